package dev.attune.engine.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Comparing moments of which some are unknown. */
final class Times {
  private Times() {}

  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  static @Nullable Instant laterKnown(@Nullable Instant one, @Nullable Instant other) {
    if (one == null) return other;
    return other == null ? one : later(one, other);
  }
}
