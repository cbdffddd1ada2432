package dev.attune.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RulesFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthServiceTest {
  private static final Release FAULTY = faulty();

  private final HealthWorld world = new HealthWorld(FAULTY);

  private static Release faulty() {
    Reading reading = ContentReader.read(Path.of("src", "test", "resources", "health"));
    if (reading instanceof Read read) return RulesFixture.compiled(read.content());
    throw new IllegalStateException(reading.diagnostics().toString());
  }

  @Test
  void each_seeded_fault_gets_its_label_and_the_healthy_rules_none() {
    world.visits(1_100, "doc.made", "doc.shared");

    assertThat(said(world.findings()))
        .containsExactlyInAnyOrder(
            "expired expired",
            "fact-never-present blind",
            "never-matched unreachable",
            "always-capped capped",
            "always-beaten beaten",
            "arms-alike others",
            "unasked-placement attic");
  }

  @Test
  void a_store_that_was_away_when_rules_began_to_stand_is_told_later() {
    ForgetfulHealthStore store = new ForgetfulHealthStore();
    HealthWorld late = new HealthWorld(FAULTY, store);
    store.isAway = true;
    late.visits(10, "doc.made", "doc.shared");
    store.isAway = false;
    late.visits(1_100, "doc.made", "doc.shared");

    assertThat(said(late.findings())).contains("always-capped capped", "always-beaten beaten");
    assertThat(store.refused).as("asked again, though not by every decision").isBetween(2, 5);
  }

  @Test
  void each_finding_has_its_proof() {
    world.visits(1_100, "doc.made", "doc.shared");

    assertThat(proof("unreachable")).contains("asked in 1100 decisions", "matched in none");
    assertThat(proof("beaten"))
        .contains(
            "matched 1100 times", "beaten by tip, 1100 times", "\"healthy\" at docs/rules.drl:7");
    assertThat(proof("capped")).contains("chosen never: CAPPED 1100 times");
    assertThat(proof("blind"))
        .contains("the event \"doc.printed\", which nobody had in 1100 decisions");
    assertThat(proof("expired")).contains("until 2026-01-01T00:00:00Z");
    assertThat(proof("others")).contains("\"writers\" at docs/rules.drl");
    assertThat(proof("attic")).contains("asked for 2200 times");
  }

  @Test
  void nothing_is_said_of_what_was_not_seen_often() {
    world.visits(90, "doc.made", "doc.shared");

    assertThat(said(world.findings()))
        .containsExactlyInAnyOrder("expired expired", "arms-alike others");
  }

  @Test
  void a_renamed_event_raises_the_alarm_within_1000_decisions() {
    world.visits(500, "doc.made", "doc.shared");
    assertThat(said(world.findings())).doesNotContain("suddenly-silent shares");

    world.visits(900, "doc.made", "document.shared");

    assertThat(said(world.findings())).contains("suddenly-silent shares");
    assertThat(proof("shares"))
        .contains("needs the event \"doc.shared\"")
        .contains("apps send \"document.shared\" (900 times)");
  }

  @Test
  void an_event_that_never_had_its_name_raises_the_alarm_within_1000_decisions() {
    world.visits(900, "doc.made", "document.shared");

    assertThat(said(world.findings())).contains("fact-never-present shares");
    assertThat(proof("shares")).contains("apps send \"document.shared\"");
  }

  @Test
  void a_fact_that_came_as_history_is_not_missing_before_its_person_is_decided_for() {
    world.brings("doc.printed");

    world.visits(1_100, "doc.made", "doc.shared");

    assertThat(said(world.findings()))
        .contains("never-matched blind")
        .doesNotContain("fact-never-present blind");
  }

  @Test
  void a_rule_nobody_touched_for_90_days_is_to_be_read_again() {
    world.visits(1, "doc.made");
    world.pass(Duration.ofDays(89));
    assertThat(said(world.findings())).doesNotContain("unchanged healthy");

    world.pass(Duration.ofDays(2));

    assertThat(said(world.findings())).contains("unchanged healthy", "unchanged shares");
    assertThat(proof("healthy")).contains("91 days");
  }

  private String proof(String subject) {
    return world.findings().stream()
        .filter(each -> each.subject().equals(subject))
        .map(Finding::proof)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> said(List<Finding> findings) {
    return findings.stream().map(each -> each.label().wire() + " " + each.subject()).toList();
  }
}
