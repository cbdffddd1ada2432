package dev.attune.engine.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person works on, in absolute time.
 *
 * @param touchedAt latest time it was opened or touched
 * @param closedAt latest time it was closed; it is open again when touched after that
 */
public record ItemState(
    String kind, String id, String title, @Nullable Instant touchedAt, @Nullable Instant closedAt) {

  public boolean isOpen() {
    return touchedAt != null && (closedAt == null || touchedAt.isAfter(closedAt));
  }
}
