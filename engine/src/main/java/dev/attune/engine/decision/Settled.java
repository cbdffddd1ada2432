package dev.attune.engine.decision;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.arbitration.Arbitration;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.decision.Promises.Promised;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Match;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a decision came to, before it is worded as answer and record.
 *
 * @param reservations by key
 * @param matched empty unless an explanation was asked for
 */
record Settled(
    Known known,
    State state,
    StateReason reason,
    Duration factsAge,
    List<Candidate> candidates,
    Arbitration arbitration,
    Map<String, Evidence> evidence,
    Map<String, String> refused,
    Map<String, String> reservations,
    List<Match> matched) {
  private static final Arbitration NOTHING = new Arbitration(List.of(), List.of());

  static Settled of(LoadedFacts loaded, Evaluation evaluated, Promised promised) {
    return new Settled(
        loaded.known(),
        loaded.state(),
        loaded.reason() == StateReason.NONE ? promised.reason() : loaded.reason(),
        loaded.age(),
        evaluated.candidates(),
        promised.arbitration(),
        promised.contest().evidence(),
        promised.contest().refused(),
        promised.reservations(),
        evaluated.matches());
  }

  static Settled onFallbacks(LoadedFacts loaded, StateReason reason) {
    return new Settled(
        loaded.known(),
        State.DEFAULT,
        reason,
        loaded.age(),
        List.of(),
        NOTHING,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  static Settled broken(PersonId person) {
    Known known = Known.nothing(person);
    return onFallbacks(
        new LoadedFacts(known, State.DEFAULT, StateReason.ERROR, Duration.ZERO), StateReason.ERROR);
  }
}
