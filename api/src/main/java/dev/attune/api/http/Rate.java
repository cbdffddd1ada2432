package dev.attune.api.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many calls a second, and as many at once after a pause: the generic cell rate algorithm (ITU-T
 * I.371), which remembers nothing but when the calls let on would have come one by one.
 * Thread-safe.
 */
final class Rate {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final long interval;
  private final LongSupplier nanos;
  private final AtomicLong due;

  /**
   * @param perSecond at least 1
   * @param nanos a clock that only goes on, e.g. {@link System#nanoTime}
   */
  Rate(int perSecond, LongSupplier nanos) {
    this.interval = Math.max(1, SECOND / perSecond);
    this.nanos = nanos;
    this.due = new AtomicLong(nanos.getAsLong());
  }

  /** Lets one call on; else how many seconds later another try makes sense. */
  int take() {
    while (true) {
      long now = nanos.getAsLong();
      long last = due.get();
      long ahead = Math.max(0, last - now);
      if (ahead + interval > SECOND) return (int) Math.max(1, ahead / SECOND);
      if (due.compareAndSet(last, now + ahead + interval)) return 0;
    }
  }
}
