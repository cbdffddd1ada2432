package dev.attune.engine.decision;

import org.jspecify.annotations.Nullable;

/**
 * A placement an app wants filled.
 *
 * @param limit at most so many choices, 1 or more; null: the placement's size
 */
public record PlacementRequest(String id, @Nullable Integer limit) {}
