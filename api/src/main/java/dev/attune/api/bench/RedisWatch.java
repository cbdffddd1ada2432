package dev.attune.api.bench;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks Redis itself a hundred times a second for a sign of life, on connections of its own. */
final class RedisWatch implements AutoCloseable {
  private static final long EVERY_NANOS = Duration.ofMillis(10).toNanos();
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final Since answering = new Since();
  private final RedisClient client;
  private final Thread thread = new Thread(this::watch, "redis-watch");
  private volatile boolean closed;

  RedisWatch(String uri) {
    RedisURI target = RedisURI.create(uri);
    target.setTimeout(PATIENCE);
    client = RedisClient.create(target);
    client.setOptions(ClientOptions.builder().autoReconnect(false).build());
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!closed) {
      try (StatefulRedisConnection<String, String> connection = client.connect()) {
        while (!closed) {
          connection.sync().ping(); // an error while it loads its log
          answering.is(true);
          LockSupport.parkNanos(EVERY_NANOS);
        }
      } catch (RedisException away) {
        answering.is(false);
        LockSupport.parkNanos(EVERY_NANOS);
      }
    }
  }

  /** Since when it has answered without a break. */
  Since answering() {
    return answering;
  }

  @Override
  public void close() {
    closed = true;
    client.shutdown(Duration.ZERO, PATIENCE);
  }
}
