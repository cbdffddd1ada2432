package dev.attune.api.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.event.Undeclared;
import dev.attune.engine.fact.PersonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Who is erased does not stay in the log from which Redis comes back. */
class LogRewriteIT {
  private static final PersonId ANA = PersonId.user("ana");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void the_log_is_written_anew_after_an_erasure() throws IOException {
    Path folder = TestRedis.folder();
    try (PackagedRedis redis = PackagedRedis.start(folder)) {
      RedisStores stores = TestRedis.stores(redis.uri(), "erased");
      stores.undeclared().seen(Undeclared.Part.EVENT, "canary", ANA, NOW);
      stores.undeclared().names().toCompletableFuture().join();
      assertThat(log(folder)).contains("canary");

      stores.facts().erase(ANA).toCompletableFuture().join();

      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while (log(folder).contains("canary") && System.nanoTime() < end)
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      assertThat(log(folder)).doesNotContain("canary");
      TestRedis.close(stores);
    }
  }

  private static String log(Path folder) throws IOException {
    return Files.readString(folder.resolve("appendonly.aof"), ISO_8859_1);
  }
}
