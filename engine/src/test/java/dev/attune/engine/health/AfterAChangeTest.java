package dev.attune.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RulesFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a rule after an edit: what it did since, not what it did before. */
class AfterAChangeTest {
  private static final Path SEEDED = Path.of("src", "test", "resources", "health");
  private static final String CARDS = "docs/actions.yaml";
  private static final String RULES = "docs/rules.drl";
  private static final String PLACEMENTS = "placements.yaml";

  private static final Edit UNCAPPED = new Edit(CARDS, "cap: { lifetime: 0 }, ", "");
  private static final Edit QUIET_RIVAL = new Edit(CARDS, "priority: 90", "priority: 1");

  @TempDir Path folder;

  @Test
  void a_cap_lowered_to_nothing_is_told_after_a_hundred_matches() {
    HealthWorld world = new HealthWorld(with(UNCAPPED));
    world.visits(300, "doc.made");
    assertThat(said(world)).doesNotContain("always-capped capped");

    world.publish(with());
    world.visits(99, "doc.made");
    assertThat(said(world)).doesNotContain("always-capped capped");

    world.visits(1, "doc.made");
    assertThat(said(world)).contains("always-capped capped");
  }

  @Test
  void a_budget_lowered_to_nothing_is_told_after_a_hundred_matches() {
    HealthWorld world = new HealthWorld(with(interruptions(100)));
    world.visits(300, "doc.made");
    assertThat(said(world)).doesNotContain("always-capped healthy");

    world.publish(with(interruptions(0)));
    world.visits(100, "doc.made");

    assertThat(said(world)).contains("always-capped healthy");
  }

  @Test
  void a_rival_that_became_stronger_is_told_after_a_hundred_matches() {
    HealthWorld world = new HealthWorld(with(QUIET_RIVAL));
    world.visits(300, "doc.made");
    assertThat(said(world)).contains("always-beaten healthy");

    world.publish(with());
    world.visits(100, "doc.made");

    assertThat(said(world)).contains("always-beaten beaten");
    assertThat(said(world)).doesNotContain("always-beaten healthy");
  }

  @Test
  void a_new_rival_is_told_after_a_hundred_matches() {
    Edit none = new Edit(RULES, "decisions.nudge( \"tip\" )", "decisions.nudge( \"weak\" )");
    HealthWorld world = new HealthWorld(with(none));
    world.visits(300, "doc.made");
    assertThat(said(world)).doesNotContain("always-beaten beaten");

    world.publish(with());
    world.visits(100, "doc.made");

    assertThat(said(world)).contains("always-beaten beaten");
  }

  @Test
  void a_rival_whose_time_has_come_is_told_after_a_hundred_matches() {
    Edit later = new Edit(CARDS, "priority: 90", "window: { from: 2026-03-10 }, priority: 90");
    HealthWorld world = new HealthWorld(with(later));
    world.visits(300, "doc.made");
    world.pass(Duration.ofDays(9));

    world.visits(100, "doc.made");

    assertThat(said(world)).contains("always-beaten beaten");
  }

  @Test
  void nothing_is_said_of_what_the_author_has_mended() {
    HealthWorld world = new HealthWorld(with());
    world.visits(300, "doc.made");
    assertThat(said(world)).contains("always-capped capped", "always-beaten beaten");

    world.publish(with(UNCAPPED, QUIET_RIVAL));
    assertThat(said(world)).doesNotContain("always-capped capped", "always-beaten beaten");

    world.visits(300, "doc.made");
    assertThat(said(world)).doesNotContain("always-capped capped", "always-beaten beaten");
  }

  @Test
  void a_rule_that_is_as_it_was_before_starts_anew() {
    HealthWorld world = new HealthWorld(with());
    world.visits(300, "doc.made");
    world.publish(with(UNCAPPED));
    world.visits(300, "doc.made");

    world.publish(with());
    world.visits(99, "doc.made");
    assertThat(said(world)).doesNotContain("always-capped capped");

    world.visits(1, "doc.made");
    assertThat(said(world)).contains("always-capped capped");
  }

  @Test
  void what_an_action_says_to_people_is_no_change() {
    HealthWorld world = new HealthWorld(with());
    world.visits(300, "doc.made");

    world.publish(with(new Edit(CARDS, "Weak", "Weaker"), new Edit(RULES, "// Nobody", "// No")));

    assertThat(said(world)).contains("always-capped capped", "always-beaten beaten");
  }

  /** One of thirty is shown it, those who did not share today: a hundred without one is chance. */
  @Test
  void what_is_chosen_seldom_is_missed_later() {
    Edit sharers =
        new Edit(
            RULES,
            "Activity( event == \"doc.made\" )\nthen\n    decisions.nudge( \"tip\" )",
            "Activity( event == \"doc.shared\", daysSinceLast == 0 )\nthen\n    decisions.nudge( \"tip\" )");
    HealthWorld world = new HealthWorld(with(sharers));
    for (int day = 0; day < 10; day++) {
      world.visits(1, "doc.made");
      world.visits(29, "doc.made", "doc.shared");
      world.pass(Duration.ofDays(1));
    }

    world.publish(with(sharers, new Edit(CARDS, "priority: 90", "priority: 91")));
    world.visits(149, "doc.made", "doc.shared");
    assertThat(said(world)).doesNotContain("always-beaten beaten");

    world.visits(1, "doc.made", "doc.shared");
    assertThat(said(world)).contains("always-beaten beaten");
  }

  private record Edit(String file, String from, String to) {
    String of(String text) {
      if (!text.contains(from)) throw new IllegalStateException(file + " does not say " + from);
      return text.replace(from, to);
    }
  }

  private static Edit interruptions(int aDay) {
    String budget = "attention:\n  budget: { kinds: [nudge], at-most: %d, per: day }\n";
    return new Edit(
        PLACEMENTS,
        "placements:\n  side: { size: 1, kinds: [nudge] }",
        budget.formatted(aDay)
            + "placements:\n  side: { size: 1, kinds: [nudge], interrupts: true }");
  }

  private Release with(Edit... edits) {
    try (Stream<Path> files = Files.walk(SEEDED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = SEEDED.relativize(file).toString();
        String text = Files.readString(file);
        for (Edit edit : edits) if (edit.file().equals(name)) text = edit.of(text);
        Path copy = folder.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Reading reading = ContentReader.read(folder);
    if (reading instanceof Read read) return RulesFixture.compiled(read.content());
    throw new IllegalStateException(reading.diagnostics().toString());
  }

  private static List<String> said(HealthWorld world) {
    return world.findings().stream()
        .map(each -> each.label().wire() + " " + each.subject())
        .toList();
  }
}
