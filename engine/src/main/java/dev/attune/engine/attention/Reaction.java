package dev.attune.engine.attention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person did with an action that was decided for them.
 *
 * @param id {@code decision:action:type}; counts once
 * @param snoozeUntil when a snoozed action may come back; null for other types
 */
public record Reaction(
    String id, String action, ReactionType type, Instant at, @Nullable Instant snoozeUntil) {}
