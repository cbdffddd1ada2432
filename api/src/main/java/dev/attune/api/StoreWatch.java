package dev.attune.api;

import dev.attune.api.http.HealthEndpoints.Health;
import dev.attune.api.http.HealthEndpoints.Part;
import dev.attune.api.redis.RedisLinks;
import dev.attune.api.redis.StoreEpoch;
import dev.attune.api.redis.StoreEpoch.Seen;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds whether Redis still is the store this server knows: one that came back
 * empty has lost consent and caps, and somebody must be told. Thread-safe.
 */
final class StoreWatch {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

  private final RedisLinks links;
  private final StoreEpoch epoch;
  private volatile Seen last = Seen.UNREACHABLE;

  private StoreWatch(RedisLinks links, StoreEpoch epoch) {
    this.links = links;
    this.epoch = epoch;
  }

  /** Looks until the event loops end. */
  static StoreWatch start(Vertx vertx, RedisLinks links, StoreEpoch epoch) {
    StoreWatch watch = new StoreWatch(links, epoch);
    watch.look();
    vertx.setPeriodic(EVERY.toMillis(), tick -> watch.look());
    return watch;
  }

  private void look() {
    epoch.look().thenAccept(this::seen);
  }

  private void seen(Seen now) {
    if (now == Seen.CHANGED && last != Seen.CHANGED) {
      LOG.error(
          "Redis is not the one this server knew: facts, consent and caps of before are gone");
    }
    last = now;
  }

  /** What readiness tells. */
  Part part() {
    if (!links.isOpen()) {
      return new Part(
          "redis",
          Health.DEGRADED,
          "not connected: decisions are stale or default, events are refused with 503");
    }
    return last == Seen.CHANGED
        ? new Part(
            "redis",
            Health.DEGRADED,
            "not the one this server knew: it is empty or another; bring the data back, or restart"
                + " the server to accept it")
        : new Part("redis", Health.GOOD, "connected");
  }
}
