package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackagedRedisIT {
  private static final PersonId ANA = PersonId.user("ana");

  @Test
  void what_was_written_is_there_after_a_restart() throws IOException {
    Path data = TestRedis.folder();
    try (PackagedRedis redis = PackagedRedis.start(data)) {
      write(redis);
    }

    try (PackagedRedis again = PackagedRedis.start(data)) {
      assertThat(count(again)).isEqualTo(1);
    }
  }

  @Test
  void a_redis_left_behind_by_a_killed_server_is_ended_before_its_data_is_used_again()
      throws IOException {
    Path data = TestRedis.folder();
    PackagedRedis left = PackagedRedis.start(data);
    write(left);

    try (PackagedRedis again = PackagedRedis.start(data)) {
      assertThat(ProcessHandle.of(left.pid()).map(ProcessHandle::isAlive).orElse(false)).isFalse();
      assertThat(count(again)).isEqualTo(1);
    }
  }

  private static void write(PackagedRedis redis) {
    RedisStores stores = TestRedis.stores(redis.uri(), "restart");
    Instant now = Instant.now();
    Write write = new Write("m1", now, List.of(new Counted("tone.applied", now)));
    stores.facts().write(ANA, write).toCompletableFuture().join();
    TestRedis.close(stores);
  }

  private static int count(PackagedRedis redis) {
    RedisStores stores = TestRedis.stores(redis.uri(), "restart");
    int events = stores.facts().load(ANA).toCompletableFuture().join().counters().size();
    TestRedis.close(stores);
    return events;
  }
}
