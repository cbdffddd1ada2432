package dev.attune.engine.attention;

import dev.attune.engine.action.Kind;
import java.time.Instant;

/**
 * A person could perceive an action.
 *
 * @param id the reservation, or {@code decision:action} when none was needed; counts once
 * @param interrupts whether it is entered among the interruptions
 */
public record Showing(String id, String action, Kind kind, boolean interrupts, Instant at) {}
