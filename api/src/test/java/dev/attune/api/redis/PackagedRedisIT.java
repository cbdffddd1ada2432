package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Write;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
  void what_is_known_about_people_is_read_by_its_owner_alone() throws IOException {
    Path data = TestRedis.folder();
    try (PackagedRedis redis = PackagedRedis.start(data)) {
      write(redis);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");
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

  /** The thread that would sync gets no time, as on a machine with too much to do. */
  @Test
  void one_that_is_killed_while_its_disk_is_behind_has_all_it_acknowledged() throws Exception {
    Path data = TestRedis.folder();
    PackagedRedis redis = PackagedRedis.start(data);
    AtomicBoolean done = new AtomicBoolean();
    putBack(redis.pid(), "bio_aof_fsync");
    for (int i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) spin(done);

    int acknowledged = set(redis, Duration.ofSeconds(4));
    redis.kill();
    done.set(true);

    try (PackagedRedis again = PackagedRedis.start(data)) {
      assertThat(size(again)).isEqualTo(acknowledged);
    }
  }

  private static void putBack(long process, String thread) throws Exception {
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process + "/task"))) {
      for (Path task : tasks.toList()) {
        if (!Files.readString(task.resolve("comm")).strip().equals(thread)) continue;
        String id = task.getFileName().toString();
        new ProcessBuilder("renice", "-n", "19", "-p", id).start().waitFor();
      }
    }
  }

  private static void spin(AtomicBoolean done) {
    Thread thread =
        new Thread(
            () -> {
              while (!done.get()) Thread.onSpinWait();
            },
            "spinning");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sets one key after the other, each once the last was acknowledged. */
  private static int set(PackagedRedis redis, Duration length) {
    RedisClient client = RedisClient.create(redis.uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      long end = System.nanoTime() + length.toNanos();
      int acknowledged = 0;
      while (System.nanoTime() < end) connection.sync().set("key-" + acknowledged++, "x");
      return acknowledged;
    } finally {
      client.shutdown();
    }
  }

  private static long size(PackagedRedis redis) {
    RedisClient client = RedisClient.create(redis.uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return connection.sync().dbsize();
    } finally {
      client.shutdown();
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
