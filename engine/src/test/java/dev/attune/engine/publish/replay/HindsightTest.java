package dev.attune.engine.publish.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.OtherLedger;
import dev.attune.engine.decision.UnreachableLedger;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.rule.evaluate.Release;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What the ledger said to the old candidates, told to the new ones. */
class HindsightTest {
  private static final Release TEN = TwoNudges.release(10, 1);
  private static final Release EIGHT = TwoNudges.release(8, 1);
  private static final Release EIGHT_TWICE_A_DAY = TwoNudges.release(8, 2);

  @Test
  void a_place_that_another_decision_had_taken_is_taken_for_a_new_candidate_too() {
    DecisionRecord made = TwoNudges.decide(TEN, marketerWithNineSeats(), Snatched::new);
    assertThat(made.refused()).containsEntry("for-marketers", "a-day");
    assertThat(made.chosen()).isEmpty();

    Recorded recorded = new Recorded();
    recorded.add(made);

    assertThat(recorded.on(EIGHT, TEN).moves())
        .containsOnlyKeys(new Move("big-team", ReasonCode.NOT_ELIGIBLE, ReasonCode.NO_ATTENTION));
    assertThat(recorded.on(EIGHT).moves()).isEqualTo(recorded.on(EIGHT, TEN).moves());
  }

  @Test
  void a_raised_budget_has_room_beside_the_place_that_was_taken() {
    Recorded recorded = new Recorded();
    recorded.add(TwoNudges.decide(TEN, marketerWithNineSeats(), Snatched::new));

    assertThat(recorded.on(EIGHT_TWICE_A_DAY, TEN).moves())
        .containsOnlyKeys(new Move("big-team", ReasonCode.NOT_ELIGIBLE, null));
  }

  @Test
  void while_nothing_could_be_reserved_a_new_candidate_could_not_either() {
    DecisionRecord made =
        TwoNudges.decide(TEN, marketerWithNineSeats(), ledger -> new UnreachableLedger());
    assertThat(made.chosen()).extracting(Chosen::action).isEmpty();

    Recorded recorded = new Recorded();
    recorded.add(made);

    assertThat(recorded.on(EIGHT, TEN).moves())
        .containsOnlyKeys(new Move("big-team", ReasonCode.NOT_ELIGIBLE, ReasonCode.NO_ATTENTION));
  }

  private static Known marketerWithNineSeats() {
    Provenance said = Provenance.of(Source.DECLARED, TwoNudges.NOW);
    return new Known(
        TwoNudges.ANA,
        ZoneOffset.UTC,
        Consent.NONE,
        Map.of("role", new ProfileValue("marketer", said), "seats", new ProfileValue(9.0, said)),
        Map.of(),
        Map.of(),
        Map.of(),
        Attention.UNTOUCHED);
  }

  /** Another server reserves for the same person just before. */
  private static final class Snatched extends OtherLedger {
    Snatched(AttentionLedger ledger) {
      super(ledger);
    }

    @Override
    public CompletionStage<List<Grant>> reserve(
        PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
      Ask other = new Ask("elsewhere", Kind.NUDGE, true, List.of());
      ledger.reserve(person, "other", List.of(other), now, expiresAt);
      return ledger.reserve(person, decision, asks, now, expiresAt);
    }
  }
}
