package dev.attune.engine.publish.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.publish.replay.ReplayReport.NotReplayed;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.scenario.RandomLives;
import dev.attune.engine.scenario.RulesFixture;
import dev.attune.engine.text.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Release RELEASE = RulesFixture.release();
  static final Release DRAFT =
      RulesFixture.compiled(
          edited("features/nudges.drl", "missedOpportunities >= 3", "missedOpportunities >= 2"));

  @Test
  void a_release_reproduces_all_of_its_own_records_whatever_went_wrong_when_they_were_made() {
    Recorded recorded = new Recorded();
    Set<State> states = EnumSet.noneOf(State.class);
    Set<StateReason> reasons = EnumSet.noneOf(StateReason.class);
    Set<String> refused = new HashSet<>();
    new RandomLives(RELEASE, 20260302, new Troubled(7))
        .live(
            60,
            100,
            made -> {
              recorded.add(made);
              states.add(made.state());
              reasons.add(made.stateReason());
              refused.addAll(made.refused().values());
            });

    ReplayReport report = recorded.on(RELEASE);

    assertThat(states).containsExactlyInAnyOrder(State.values());
    assertThat(reasons)
        .contains(
            StateReason.NONE,
            StateReason.STORE_UNAVAILABLE,
            StateReason.ATTENTION_UNAVAILABLE,
            StateReason.LIMIT_HIT);
    assertThat(refused).contains("unavailable", "two-a-day", "cap");
    assertThat(report.decisions().replayed()).isEqualTo(6_000);
    assertThat(report.decisions().identical()).isEqualTo(6_000);
    assertThat(report.decisions().changed()).isZero();
    assertThat(report.moves()).isEmpty();
    assertThat(report.after()).isEqualTo(report.before());
    assertThat(report.actions()).isEmpty();
    assertThat(report.examples()).isEmpty();
  }

  @Test
  void the_release_records_were_made_on_is_held_to_them_while_a_draft_is_tried() {
    Recorded recorded = lives(RELEASE, 40, 25);

    ReplayReport report = recorded.on(DRAFT, RELEASE);

    assertThat(report.decisions().replayed()).isEqualTo(1_000);
    assertThat(report.decisions().unproven()).isZero();
    assertThat(report.decisions().changed()).isPositive();
  }

  @Test
  void the_same_records_give_the_same_report_on_any_number_of_threads() {
    Recorded recorded = lives(RELEASE, 20, 30);

    assertThat(recorded.on(DRAFT, 4, RELEASE)).isEqualTo(recorded.on(DRAFT, 1, RELEASE));
  }

  @Test
  void records_that_mean_nothing_on_the_draft_are_counted_and_named() {
    Recorded recorded = lives(RELEASE, 10, 20);
    int good = recorded.size();
    recorded.addBroken(new byte[] {1, 2, 3});
    Release without =
        RulesFixture.compiled(
            edited(
                "placements.yaml",
                "  crm.worklist:",
                "  crm.list:",
                "crm/actions.yaml",
                "crm.worklist",
                "crm.list"));

    ReplayReport report = recorded.on(without, RELEASE);

    long skipped = report.notReplayed().stream().mapToLong(NotReplayed::count).sum();
    assertThat(report.decisions().read()).isEqualTo(good + 1L);
    assertThat(report.decisions().replayed()).isEqualTo(good + 1L - skipped).isPositive();
    assertThat(report.notReplayed())
        .extracting(NotReplayed::reason)
        .containsExactlyInAnyOrder("placement crm.worklist is gone", "the record cannot be read");
    assertThat(report.notReplayed().get(0).decisions()).hasSize(5);
  }

  @Test
  void examples_tell_why_on_both_sides_and_nothing_of_the_person() {
    Recorded recorded = lives(RELEASE, 40, 20);

    ReplayReport report = recorded.on(DRAFT, RELEASE);

    assertThat(report.examples())
        .isNotEmpty()
        .allSatisfy(
            example -> {
              assertThat(example.before().text()).isNotEmpty();
              assertThat(example.after().text()).isNotEmpty();
              assertThat(example.before().reason()).isEqualTo(example.move().from());
              assertThat(example.after().reason()).isEqualTo(example.move().to());
            });
    assertThat(report.toString()).doesNotContain("person-").doesNotContain("Spring launch");
  }

  @Test
  void without_the_old_release_the_record_stands_for_its_side() {
    Recorded recorded = lives(RELEASE, 40, 20);

    ReplayReport with = recorded.on(DRAFT, RELEASE);
    ReplayReport without = recorded.on(DRAFT);

    assertThat(without.decisions().changed()).isEqualTo(with.decisions().changed());
    assertThat(without.moves()).isEqualTo(with.moves());
    assertThat(without.segments())
        .isNotEmpty()
        .allSatisfy(segment -> assertThat(segment.before()).isEqualTo(segment.after()));
    assertThat(without.examples())
        .allSatisfy(
            example -> assertThat(example.before().reason()).isEqualTo(example.move().from()));
  }

  private static Recorded lives(Release release, int people, int each) {
    Recorded recorded = new Recorded();
    new RandomLives(release, 5).live(people, each, recorded::add);
    return recorded;
  }

  private static Content edited(String... changes) {
    Map<String, byte[]> files =
        new TreeMap<>(RulesFolder.read(RulesFixture.FOLDER, new Diagnostics()));
    for (int i = 0; i < changes.length; i += 3) {
      String before = new String(files.get(changes[i]), StandardCharsets.UTF_8);
      String after = before.replace(changes[i + 1], changes[i + 2]);
      assertThat(after).isNotEqualTo(before);
      files.put(changes[i], after.getBytes(StandardCharsets.UTF_8));
    }
    Reading reading = ContentReader.read(files);
    if (reading instanceof Reading.Read read) return read.content();
    throw new IllegalStateException(reading.diagnostics().toString());
  }
}
