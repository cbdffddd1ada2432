package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Write;
import dev.attune.engine.fact.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers see while Redis is gone, silent or slow, and that it mends itself. */
class RedisFaultIT {
  private static final PersonId ANA = PersonId.user("ana");
  private static final Duration FAST = Duration.ofMillis(100);
  private static final Duration RECOVERED = Duration.ofSeconds(3);

  private final Path data = TestRedis.folder();
  private PackagedRedis redis;
  private FaultProxy proxy;
  private RedisStores stores;

  @BeforeEach
  void start() throws IOException {
    redis = PackagedRedis.start(data);
    proxy = new FaultProxy(redis.port());
    String uri = redis.uri().replace(":" + redis.port(), ":" + proxy.port());
    stores = TestRedis.stores(uri, "faults", RedisLimits.DEFAULT);
    assertThat(write("first").join()).isEqualTo(Written.ENTERED);
  }

  @AfterEach
  void stop() {
    TestRedis.close(stores);
    proxy.close();
    redis.kill();
  }

  @Test
  void a_killed_redis_fails_fast_and_is_found_again_with_everything_acknowledged()
      throws Exception {
    List<String> acknowledged = new ArrayList<>(List.of("first"));
    for (int i = 0; i < 500; i++) acknowledge("before-" + i, acknowledged);

    redis.kill();
    assertFailsFast();
    redis = PackagedRedis.start(data, redis.port());
    awaitFresh(RECOVERED);
    for (int i = 0; i < 500; i++) {
      acknowledge("before-" + i, acknowledged);
      acknowledge("after-" + i, acknowledged);
    }

    assertThat(acknowledged).hasSize(1001);
    assertThat(counted()).isEqualTo(1001);
  }

  @Test
  void a_stopped_redis_fails_fast_and_doubles_nothing_when_it_goes_on() throws Exception {
    signal("STOP");
    List<CompletableFuture<Written>> unanswered = new ArrayList<>();
    for (int i = 0; i < 300; i++) unanswered.add(write("stopped-" + i));
    assertFailsFast();
    for (CompletableFuture<Written> each : unanswered)
      assertThat(each.handle((done, failure) -> failure != null).join()).isTrue();
    signal("CONT");
    awaitFresh(RECOVERED);

    List<String> acknowledged = new ArrayList<>(List.of("first"));
    for (int i = 0; i < 300; i++) acknowledge("stopped-" + i, acknowledged);

    assertThat(acknowledged).hasSize(301);
    assertThat(counted()).isEqualTo(301);
  }

  @Test
  void a_stop_that_lasts_is_survived() throws Exception {
    signal("STOP");
    for (int i = 0; i < 60; i++) {
      assertFailsFast();
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    signal("CONT");

    awaitFresh(RECOVERED);
  }

  @Test
  void a_slow_redis_fails_fast() throws Exception {
    proxy.delay(200);
    assertFailsFast();

    proxy.heal();
    awaitFresh(RECOVERED);
  }

  @Test
  void a_connection_that_goes_silent_is_given_up_and_made_anew() throws Exception {
    proxy.blackHole();
    assertFailsFast();
    FaultProxy broken = proxy;
    LockSupport.parkNanos(Duration.ofMillis(2_500).toNanos());
    broken.heal();

    awaitFresh(RECOVERED);
  }

  @Test
  void a_connection_cut_in_the_middle_of_an_answer_doubles_nothing() throws Exception {
    List<String> acknowledged = new ArrayList<>(List.of("first"));
    Map<String, CompletableFuture<Written>> sent = new HashMap<>();
    for (int i = 0; i < 900; i++) sent.put("cut-" + i, write("cut-" + i));
    proxy.cut();
    for (CompletableFuture<Written> each : sent.values())
      each.handle((done, failed) -> done).join();
    awaitFresh(RECOVERED);

    for (String id : sent.keySet()) acknowledge(id, acknowledged);

    assertThat(counted()).isEqualTo(901);
  }

  @Test
  void an_empty_redis_is_told_from_the_one_that_was_known() throws Exception {
    assertThat(look()).isEqualTo(StoreEpoch.Seen.SAME);
    int port = redis.port();
    redis.kill();
    assertThat(look()).isEqualTo(StoreEpoch.Seen.UNREACHABLE);
    redis = PackagedRedis.start(empty(data), port);
    awaitFresh(RECOVERED);

    assertThat(look()).isEqualTo(StoreEpoch.Seen.CHANGED);
    stores.epoch().acknowledge().toCompletableFuture().join();
    assertThat(look()).isEqualTo(StoreEpoch.Seen.SAME);
  }

  @Test
  void a_full_redis_refuses_writes_and_goes_on_reading() throws Exception {
    redis.configure("maxmemory", "1");
    assertThat(write("full").handle((done, failure) -> failure != null).join()).isTrue();
    assertThat(counted()).isEqualTo(1);

    redis.configure("maxmemory", "0");
    assertThat(write("full").join()).isEqualTo(Written.ENTERED);
    assertThat(counted()).isEqualTo(2);
  }

  private StoreEpoch.Seen look() {
    return stores.epoch().look().toCompletableFuture().join();
  }

  private CompletableFuture<Written> write(String id) {
    Instant now = Instant.now();
    Write write = new Write(id, now, List.of(new Counted("tone.applied", now)));
    return stores.facts().write(ANA, write).toCompletableFuture();
  }

  private void acknowledge(String id, List<String> acknowledged) {
    if (write(id).handle((done, failure) -> failure == null && done == Written.ENTERED).join())
      acknowledged.add(id);
    else assertThat(write(id).handle((done, failure) -> done).join()).isEqualTo(Written.DUPLICATE);
    if (!acknowledged.contains(id)) acknowledged.add(id);
  }

  private int counted() {
    return stores.facts().load(ANA).toCompletableFuture().join().counters().values().stream()
        .mapToInt(counter -> counter.count())
        .sum();
  }

  /** The best of three, because the machine may be busy with something else for a moment. */
  private void assertFailsFast() {
    Duration took = failing();
    for (int i = 0; i < 2 && took.compareTo(FAST) >= 0; i++) took = failing();
    assertThat(took).isLessThan(FAST);
  }

  private Duration failing() {
    long start = System.nanoTime();
    CompletableFuture<Boolean> failed =
        stores.facts().load(ANA).toCompletableFuture().handle((known, failure) -> failure != null);
    assertThat(failed.join()).as("Redis does not answer").isTrue();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void awaitFresh(Duration within) {
    long end = System.nanoTime() + within.toNanos();
    while (System.nanoTime() < end) {
      boolean fresh =
          stores
              .facts()
              .load(ANA)
              .handle((known, failure) -> failure == null)
              .toCompletableFuture()
              .join();
      if (fresh) return;
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    throw new AssertionError("not fresh within " + within);
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(redis.pid())).start().waitFor();
  }

  private static Path empty(Path former) throws IOException {
    Path empty = Files.createDirectories(former.resolve("empty"));
    Files.copy(former.resolve("redis.password"), empty.resolve("redis.password"));
    return empty;
  }
}
