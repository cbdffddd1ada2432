package dev.attune.engine.decision;

import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.rule.evaluate.Match;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The answer to a {@link DecisionRequest}. Immutable.
 *
 * @param id sorts by time
 * @param release id of the release it was decided on
 * @param factsAge how old the facts were; zero when fresh
 * @param placements in the request's order
 * @param suppressed candidates that were not chosen, by placement, best first
 * @param matched the rules that matched, and on which facts; empty unless asked for
 */
public record Decision(
    String id,
    PersonId person,
    String release,
    Instant at,
    State state,
    StateReason stateReason,
    Duration factsAge,
    List<PlacementResult> placements,
    List<Suppression> suppressed,
    List<Match> matched) {}
