package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who opens the links may use them at once, if Redis can be reached at all. */
class RedisOpeningIT {
  private static final PersonId ANA = PersonId.user("ana");
  private static final Duration LATER =
      RedisLimits.DEFAULT.connect().plus(RedisLimits.DEFAULT.connect().dividedBy(2));

  private final Path data = TestRedis.folder();
  private PackagedRedis redis;

  @BeforeEach
  void start() throws IOException {
    redis = PackagedRedis.start(data);
  }

  @AfterEach
  void stop() {
    redis.kill();
  }

  @Test
  void a_redis_that_is_late_for_the_first_try_is_waited_for() throws Exception {
    signal("STOP");
    CompletableFuture<RedisStores> opening =
        CompletableFuture.supplyAsync(
            () -> TestRedis.stores(redis.uri(), "opening", RedisLimits.DEFAULT));
    CompletableFuture.delayedExecutor(LATER.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> signal("CONT"));
    RedisStores stores = opening.join();

    assertThat(read(stores).handle((known, failure) -> failure).join()).isNull();
    TestRedis.close(stores);
  }

  @Test
  void a_redis_that_is_not_there_is_not_waited_for_but_found_once_it_comes() throws Exception {
    int port = redis.port();
    String uri = redis.uri();
    redis.kill();
    RedisStores stores = TestRedis.stores(uri, "opening", RedisLimits.DEFAULT);
    assertThat(read(stores).handle((known, failure) -> failure).join()).isNotNull();
    redis = PackagedRedis.start(data, port);

    while (read(stores).handle((known, failure) -> failure != null).join())
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    TestRedis.close(stores);
  }

  private static CompletableFuture<Known> read(RedisStores stores) {
    return stores.facts().load(ANA).toCompletableFuture();
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(redis.pid())).start().waitFor();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
