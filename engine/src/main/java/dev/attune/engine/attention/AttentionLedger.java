package dev.attune.engine.attention;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces.Layout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The one place where a person's showings are promised and counted. Every call is one atomic step
 * per person, also between servers; what it writes is what {@code Known.encounters} and {@code
 * Known.attention} read next. A stage fails only when the store cannot be reached. Thread-safe.
 */
public interface AttentionLedger {
  int KEEP_REACTIONS = 100;

  /**
   * Promises showings, in the order asked; a later ask sees what an earlier one was granted. An
   * action with a live reservation keeps it, unchecked, prolonged to {@code expiresAt}. Where a
   * reservation was granted, the decision is among the person's from then on.
   *
   * @param decision names new reservations
   * @return one grant for each ask, in the same order
   */
  CompletionStage<List<Grant>> reserve(
      PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt);

  /**
   * Reserves while everything about a person is as it was recalled; without asks it only looks.
   *
   * @return empty when something has changed since: then nothing was promised
   */
  default CompletionStage<Optional<List<Grant>>> reserveAsOf(
      Known recalled, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /**
   * Counts a showing: its reservation becomes an interruption and the action's encounters grow. A
   * showing after the reservation's expiry is counted too, because it happened.
   *
   * @return false when this showing was counted before
   */
  CompletionStage<Boolean> spend(PersonId person, Showing showing);

  /**
   * Returns a reservation nobody will see.
   *
   * @return false when there was none
   */
  CompletionStage<Boolean> giveBack(PersonId person, String action, String reservation);

  /**
   * Notes what a decision put where in a placement, for the next one to keep to. The latest counts.
   */
  CompletionStage<Void> laidOut(PersonId person, String placement, Layout layout);

  /**
   * Enters an outcome into the action's encounters, and keeps it with its reason. A dismissal,
   * snooze, override or "less" before the exposure returns the action's reservation.
   *
   * @return false when this outcome was entered before
   */
  CompletionStage<Boolean> react(PersonId person, Reaction reaction);

  /** The outcomes a person reported, oldest first, the newest {@link #KEEP_REACTIONS}. */
  CompletionStage<List<Reaction>> reactions(PersonId person);
}
