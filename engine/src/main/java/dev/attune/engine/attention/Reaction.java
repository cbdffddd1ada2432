package dev.attune.engine.attention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did with an action that was decided for them.
 *
 * @param id counts once; the same for decisions that share a showing
 * @param decision the id of the decision it was reported of
 * @param action its {@link dev.attune.engine.fact.ActionKey}
 * @param snoozeUntil when a snoozed action may come back; null for other types
 * @param reason why, in the person's words; null when none was given
 */
public record Reaction(
    String id,
    String decision,
    String action,
    ReactionType type,
    Instant at,
    @Nullable Instant snoozeUntil,
    @Nullable String reason) {

  /** One that nobody gave a reason for. */
  public Reaction(
      String id, String action, ReactionType type, Instant at, @Nullable Instant snoozeUntil) {
    this(id, "", action, type, at, snoozeUntil, null);
  }
}
