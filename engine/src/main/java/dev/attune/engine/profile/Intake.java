package dev.attune.engine.profile;

import dev.attune.engine.fact.ProfileValue;
import java.util.List;
import java.util.Map;

/**
 * What became of a turn's candidate facts.
 *
 * @param believed the new value of each field that changes, by field name; for a many-of field the
 *     whole set that holds from now on
 * @param replaced the former value of each changed field that had one, for the history
 * @param refused the rest, each with its reason
 */
public record Intake(
    Map<String, ProfileValue> believed,
    Map<String, ProfileValue> replaced,
    List<RefusedFact> refused) {
  /** A candidate that was not believed. */
  public record RefusedFact(CandidateFact fact, Refusal refusal) {}
}
