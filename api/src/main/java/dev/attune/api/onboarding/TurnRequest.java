package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Move;
import dev.attune.engine.decision.PlacementRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn as it came.
 *
 * @param turn the turn's number as the caller counts; null when it does not count
 * @param key the caller's idempotency key; null when there is none
 * @param placements what to decide with the new facts; may be empty
 */
public record TurnRequest(
    Move move, @Nullable Integer turn, @Nullable String key, List<PlacementRequest> placements) {}
