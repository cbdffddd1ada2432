package dev.attune.engine.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Changes to one person that are entered all or none, and once.
 *
 * @param id entered once within {@link #REMEMBERED}, e.g. an event's message id
 * @param at when the server received it
 */
public record Write(String id, Instant at, List<Change> changes) {
  /** How long a second delivery is recognised. */
  public static final Duration REMEMBERED = Duration.ofDays(7);
}
