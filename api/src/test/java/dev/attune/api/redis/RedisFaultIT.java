package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.StoreUnreachable;
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
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What callers see while Redis is gone, silent or slow, and that it mends itself. On a machine with
 * much to do any single call may be late, so callers send again, as they are told to.
 */
class RedisFaultIT {
  private static final PersonId ANA = PersonId.user("ana");
  private static final Duration FAST = Duration.ofMillis(100);
  private static final int TRIES = 20;
  private static final Duration RECOVERED = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    acknowledged("first");
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
    for (int i = 0; i < 500; i++) acknowledged("before-" + i);

    redis.kill();
    assertFailsFast();
    redis = PackagedRedis.start(data, redis.port());
    awaitFresh();
    assertThat(counted()).isEqualTo(501);
    for (int i = 0; i < 500; i++) {
      acknowledged("before-" + i);
      acknowledged("after-" + i);
    }

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
    awaitFresh();

    for (int i = 0; i < 300; i++) acknowledged("stopped-" + i);

    assertThat(counted()).isEqualTo(301);
  }

  @Test
  void whatever_keeps_it_from_answering_is_told_as_the_ports_promise() throws Exception {
    signal("STOP");
    CompletableFuture<Written> late = write("late");
    assertThat(unreachable(late)).as("no answer").isTrue();
    List<CompletableFuture<Written>> underway = new ArrayList<>();
    for (int i = 0; i < 100; i++) underway.add(write("underway-" + i));
    proxy.cut();
    redis.kill();

    assertThat(underway).allMatch(RedisFaultIT::unreachable, "cut");
    for (int i = 0; i < 100; i++) assertThat(unreachable(write("gone"))).as("gone").isTrue();
  }

  private static boolean unreachable(CompletableFuture<?> asked) {
    return asked
        .handle((done, failure) -> failure != null && StoreUnreachable.isBehind(failure))
        .join();
  }

  @Test
  void a_stop_that_lasts_is_survived() throws Exception {
    signal("STOP");
    for (int i = 0; i < 60; i++) {
      assertFailsFast();
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    signal("CONT");

    awaitFresh();
  }

  @Test
  void while_an_answer_is_late_no_other_read_waits_for_it() throws Exception {
    signal("STOP");
    int waited = 0;
    for (CompletableFuture<Known> read = read(); !read.isDone(); read = read()) {
      assertThat(unreachable(read)).isTrue();
      assertThat(++waited).as("waited for one after the other").isLessThan(10);
    }
    signal("CONT");

    awaitFresh();
  }

  @Test
  void a_slow_redis_fails_fast() throws Exception {
    proxy.delay(200);
    assertFailsFast();

    proxy.heal();
    awaitFresh();
  }

  @Test
  void a_connection_that_goes_silent_is_given_up_and_made_anew() throws Exception {
    proxy.blackHole();
    assertFailsFast();
    FaultProxy broken = proxy;
    LockSupport.parkNanos(Duration.ofMillis(2_500).toNanos());
    broken.heal();

    awaitFresh();
  }

  @Test
  void a_connection_cut_in_the_middle_of_an_answer_doubles_nothing() throws Exception {
    Map<String, CompletableFuture<Written>> sent = new HashMap<>();
    for (int i = 0; i < 900; i++) sent.put("cut-" + i, write("cut-" + i));
    proxy.cut();
    for (CompletableFuture<Written> each : sent.values())
      each.handle((done, failed) -> done).join();
    awaitFresh();

    for (String id : sent.keySet()) acknowledged(id);

    assertThat(counted()).isEqualTo(901);
  }

  @Test
  void an_empty_redis_is_told_from_the_one_that_was_known() throws Exception {
    assertThat(seen()).isEqualTo(StoreEpoch.Seen.SAME);
    int port = redis.port();
    redis.kill();
    assertThat(look()).isEqualTo(StoreEpoch.Seen.UNREACHABLE);
    redis = PackagedRedis.start(empty(data), port);
    awaitFresh();

    assertThat(seen()).isEqualTo(StoreEpoch.Seen.CHANGED);
    again(
        () -> stores.epoch().acknowledge().handle((done, failure) -> failure == null), yes -> yes);
    assertThat(seen()).isEqualTo(StoreEpoch.Seen.SAME);
  }

  @Test
  void a_full_redis_refuses_writes_and_goes_on_reading() throws Exception {
    redis.configure("maxmemory", "1");
    assertThat(write("full").handle((done, failure) -> failure != null).join()).isTrue();
    awaitFresh();
    assertThat(counted()).isEqualTo(1);

    redis.configure("maxmemory", "0");
    acknowledged("full");
    assertThat(counted()).isEqualTo(2);
  }

  /** What a look finds once it is answered. */
  private StoreEpoch.Seen seen() {
    return again(() -> stores.epoch().look(), found -> found != StoreEpoch.Seen.UNREACHABLE);
  }

  private StoreEpoch.Seen look() {
    return stores.epoch().look().toCompletableFuture().join();
  }

  private CompletableFuture<Written> write(String id) {
    Instant now = Instant.now();
    Write write = new Write(id, now, List.of(new Counted("tone.applied", now)));
    return stores.facts().write(ANA, write).toCompletableFuture();
  }

  private CompletableFuture<Known> read() {
    return stores.facts().load(ANA).toCompletableFuture();
  }

  /** Sends it until it is acknowledged. */
  private void acknowledged(String id) {
    again(() -> write(id).handle((done, failure) -> failure == null), yes -> yes);
  }

  /** Asks until the answer is one of those wanted. */
  private static <T> T again(Supplier<CompletionStage<T>> asked, Predicate<T> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T answer = asked.get().toCompletableFuture().join();
    while (!wanted.test(answer)) {
      assertThat(System.nanoTime()).as("never but %s", answer).isLessThan(end);
      answer = asked.get().toCompletableFuture().join();
    }
    return answer;
  }

  /** What Redis holds, for somebody who waits for it. */
  private int counted() {
    RedisStores patient = TestRedis.stores(redis.uri(), "faults");
    Known known = patient.facts().load(ANA).toCompletableFuture().join();
    TestRedis.close(patient);
    return known.counters().values().stream().mapToInt(counter -> counter.count()).sum();
  }

  /** The best of many, because the machine may be busy with something else. */
  private void assertFailsFast() {
    Duration took = failing();
    for (int i = 1; i < TRIES && took.compareTo(FAST) >= 0; i++) took = failing();
    assertThat(took).isLessThan(FAST);
  }

  private Duration failing() {
    long start = System.nanoTime();
    CompletableFuture<Boolean> failed = read().handle((known, failure) -> failure != null);
    assertThat(failed.join()).as("Redis does not answer").isTrue();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private void awaitFresh() {
    long end = System.nanoTime() + RECOVERED.toNanos();
    while (System.nanoTime() < end) {
      if (read().handle((known, failure) -> failure == null).join()) return;
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    throw new AssertionError("not fresh within " + RECOVERED);
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
