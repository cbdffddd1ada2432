package dev.attune.engine.explain.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.explain.Explainer;
import dev.attune.engine.explain.flip.Flip;
import dev.attune.engine.explain.flip.FlipAnswer;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RandomLives;
import dev.attune.engine.scenario.RulesFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyServiceTest {
  private static final Release RELEASE = RulesFixture.release();
  private static final String DICTATION = "try-dictation";

  /** Everybody shown it accepts it. */
  private static final Outcomes LIKED =
      new Outcomes() {
        @Override
        public Evidence of(String action) {
          return action.equals(DICTATION) ? new Evidence(1_000, 1_000) : Evidence.NONE;
        }

        @Override
        public void shown(String action) {}

        @Override
        public void accepted(String action) {}

        @Override
        public void overridden(String action) {}
      };

  @Test
  void a_flip_that_proposes_an_action_counts_on_what_people_made_of_it() {
    WhyService liked = new WhyService(LIKED);
    WhyService unknown = new WhyService(Outcomes.NONE);
    int smaller = 0;

    for (DecisionRecord made : notProposed()) {
      int withCounts = changes(liked.about(made, RELEASE, DICTATION, null));
      int without = changes(unknown.about(made, RELEASE, DICTATION, null));
      assertThat(withCounts).as(made.toString()).isLessThanOrEqualTo(without);
      if (withCounts < without) smaller++;
    }

    assertThat(smaller).isPositive();
  }

  @Test
  void what_people_make_of_an_action_now_changes_no_recorded_verdict() {
    for (DecisionRecord made : lives()) {
      DecisionRecord counted =
          made.withCounts(RELEASE.content().cards().keySet(), action -> new Evidence(1_000, 1_000));
      assertThat(Explainer.agrees(Rerun.of(counted, new ReleaseRules(RELEASE)), made)).isTrue();
    }
  }

  private static List<DecisionRecord> notProposed() {
    return lives().stream()
        .filter(made -> made.candidates().stream().noneMatch(one -> one.action().equals(DICTATION)))
        .toList();
  }

  private static List<DecisionRecord> lives() {
    List<DecisionRecord> records = new ArrayList<>();
    new RandomLives(RELEASE, 3).live(40, 10, records::add);
    return records;
  }

  /** Four where there is no flip, or none was found in time. */
  private static int changes(WhyAnswer answer) {
    FlipAnswer flip = answer.flip();
    Flip found = flip == null ? null : flip.orNull();
    return found == null ? 4 : found.changes().size();
  }
}
