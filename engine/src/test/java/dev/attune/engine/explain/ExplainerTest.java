package dev.attune.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.RandomLives;
import dev.attune.engine.scenario.RulesFixture;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final Release RELEASE = RulesFixture.release();

  @Test
  void the_verdict_derived_from_the_record_agrees_in_10000_random_decisions() {
    AtomicInteger decisions = new AtomicInteger();
    Set<ReasonCode> seen = EnumSet.noneOf(ReasonCode.class);

    new RandomLives(RELEASE, 20260302)
        .live(
            100,
            100,
            made -> {
              DecisionRecord kept = RecordCodec.decode(RecordCodec.encode(made));
              Explanation explanation = new Explainer(kept, RELEASE).explain(any(made));
              assertThat(explanation.agrees()).as(made.toString()).isTrue();
              assertAgrees(explanation, Verdicts.of(made));
              made.suppressed().forEach(one -> seen.add(one.reason()));
              decisions.incrementAndGet();
            });

    assertThat(decisions).hasValue(10_000);
    assertThat(seen)
        .contains(
            ReasonCode.NO_CONSENT,
            ReasonCode.DISMISSED,
            ReasonCode.CAPPED,
            ReasonCode.COOLING_DOWN,
            ReasonCode.NOT_PUBLISHED,
            ReasonCode.SLOT_TAKEN,
            ReasonCode.QUIET_HOURS,
            ReasonCode.EXCLUDED,
            ReasonCode.NO_ATTENTION,
            ReasonCode.OUTRANKED);
  }

  private static String any(DecisionRecord made) {
    if (!made.suppressed().isEmpty()) return made.suppressed().get(0).action();
    return made.chosen().isEmpty() ? "try-comments" : made.chosen().get(0).action();
  }

  private static void assertAgrees(Explanation explanation, Map<String, String> recorded) {
    explanation
        .won()
        .forEach(
            won -> {
              assertThat(recorded)
                  .containsEntry(
                      won.placement() + "/" + ActionKey.of(won.action(), won.item()),
                      "chosen " + won.rank());
              assertThat(won.beat()).allSatisfy(beaten -> assertThat(beaten.by()).isNotEmpty());
              assertThat(won.facts()).allSatisfy(fact -> assertThat(fact.value()).isNotNull());
            });
    explanation
        .lost()
        .forEach(
            lost -> {
              String key = lost.placement() + "/" + ActionKey.of(lost.action(), lost.item());
              String expected = recorded.getOrDefault(key, ReasonCode.NOT_ELIGIBLE.name());
              assertThat(lost.reason()).hasToString(expected);
              assertThat(lost.detail()).isNotEmpty();
            });
  }
}
