package dev.attune.api.bench;

import java.time.Duration;
import java.util.Optional;

/** Since when something has been so without a break. One thread tells, any may ask. */
final class Since {
  private static final long NOT_SO = 0;

  private volatile long nanos = NOT_SO;

  void is(boolean so) {
    if (!so) nanos = NOT_SO;
    else if (nanos == NOT_SO) nanos = System.nanoTime();
  }

  /** How long after a moment it became so; empty while it is not. */
  Optional<Duration> after(long moment) {
    long since = nanos;
    return since == NOT_SO
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(0, since - moment)));
  }
}
