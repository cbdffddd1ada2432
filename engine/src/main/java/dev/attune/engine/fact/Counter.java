package dev.attune.engine.fact;

import java.time.Instant;

/**
 * How often one event happened, in absolute time.
 *
 * @param count all times
 * @param first earliest event time
 * @param last latest event time
 * @param recent when in the last 32 days
 */
public record Counter(String event, int count, Instant first, Instant last, Recent recent) {

  /** One event at one time. */
  public static Counter once(String event, Instant at) {
    return new Counter(event, 1, at, at, Recent.NONE.plus(at, 1));
  }

  /** Both counted together; the order does not matter. */
  public Counter plus(Counter other) {
    return new Counter(
        event,
        count + other.count,
        Times.earlier(first, other.first),
        Times.later(last, other.last),
        recent.plus(other.recent));
  }
}
