package dev.attune.api;

import dev.attune.api.http.HealthEndpoints.Health;
import dev.attune.api.http.HealthEndpoints.Part;
import dev.attune.api.redis.RedisStores;
import dev.attune.api.redis.StoreEpoch.Seen;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds whether Redis still is the store this server knows, and a safe one: one
 * that came back empty has lost consent and caps, and somebody must be told. Thread-safe.
 */
final class StoreWatch {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);

  private final RedisStores stores;
  private volatile Seen last = Seen.UNREACHABLE;
  private volatile List<String> risks = List.of();

  private StoreWatch(RedisStores stores) {
    this.stores = stores;
  }

  /** Looks until the event loops end. */
  static StoreWatch start(Vertx vertx, RedisStores stores) {
    StoreWatch watch = new StoreWatch(stores);
    watch.look();
    vertx.setPeriodic(EVERY.toMillis(), tick -> watch.look());
    return watch;
  }

  private void look() {
    stores.epoch().look().thenAccept(this::seen);
    stores.risks().look().thenAccept(this::found);
  }

  private void found(List<String> now) {
    if (!now.isEmpty() && !now.equals(risks)) LOG.warn("Redis is not safe: {}", now);
    risks = now;
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
    if (!stores.links().isOpen()) {
      return degraded("not connected: decisions are stale or default, events are refused with 503");
    }
    if (last == Seen.CHANGED) {
      return degraded(
          "not the one this server knew: it is empty or another; bring the data back, or restart"
              + " the server to accept it");
    }
    return risks.isEmpty()
        ? new Part("redis", Health.GOOD, "connected")
        : degraded("connected, but " + String.join("; ", risks));
  }

  private static Part degraded(String detail) {
    return new Part("redis", Health.DEGRADED, detail);
  }
}
