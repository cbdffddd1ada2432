package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What callers see while Redis is gone, silent or slow, and that it mends itself. On a machine with
 * much to do any single call may be late, so callers send again, as they are told to.
 */
class RedisFaultIT {
  private final Path data = TestRedis.folder();
  private PackagedRedis redis;
  private FaultProxy proxy;
  private RedisStores stores;
  private StoreCaller caller;

  @BeforeEach
  void start() throws IOException {
    redis = PackagedRedis.start(data);
    proxy = new FaultProxy(redis.port());
    String uri = redis.uri().replace(":" + redis.port(), ":" + proxy.port());
    stores = TestRedis.stores(uri, "faults", RedisLimits.DEFAULT);
    caller = new StoreCaller(stores);
    caller.acknowledged("first");
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
    for (int i = 0; i < 500; i++) caller.acknowledged("before-" + i);

    redis.kill();
    caller.assertFailsFast();
    redis = PackagedRedis.start(data, redis.port());
    caller.awaitFresh();
    assertThat(counted()).isEqualTo(501);
    for (int i = 0; i < 500; i++) {
      caller.acknowledged("before-" + i);
      caller.acknowledged("after-" + i);
    }

    assertThat(counted()).isEqualTo(1001);
  }

  @Test
  void a_stopped_redis_fails_fast_and_doubles_nothing_when_it_goes_on() throws Exception {
    signal("STOP");
    List<CompletableFuture<Written>> unanswered = new ArrayList<>();
    for (int i = 0; i < 300; i++) unanswered.add(caller.write("stopped-" + i));
    caller.assertFailsFast();
    for (CompletableFuture<Written> each : unanswered)
      assertThat(each.handle((done, failure) -> failure != null).join()).isTrue();
    signal("CONT");
    caller.awaitFresh();

    for (int i = 0; i < 300; i++) caller.acknowledged("stopped-" + i);

    assertThat(counted()).isEqualTo(301);
  }

  @Test
  void whatever_keeps_it_from_answering_is_told_as_the_ports_promise() throws Exception {
    signal("STOP");
    CompletableFuture<Written> late = caller.write("late");
    assertThat(StoreCaller.unreachable(late)).as("no answer").isTrue();
    List<CompletableFuture<Written>> underway = new ArrayList<>();
    for (int i = 0; i < 100; i++) underway.add(caller.write("underway-" + i));
    proxy.cut();
    redis.kill();

    assertThat(underway).allMatch(StoreCaller::unreachable, "cut");
    for (int i = 0; i < 100; i++)
      assertThat(StoreCaller.unreachable(caller.write("gone"))).as("gone").isTrue();
  }

  @Test
  void a_stop_that_lasts_is_survived() throws Exception {
    signal("STOP");
    for (int i = 0; i < 60; i++) {
      caller.assertFailsFast();
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    signal("CONT");

    caller.awaitFresh();
  }

  @Test
  void while_an_answer_is_late_no_other_read_waits_for_it() throws Exception {
    signal("STOP");
    int waited = 0;
    for (CompletableFuture<Known> read = caller.read(); !read.isDone(); read = caller.read()) {
      assertThat(StoreCaller.unreachable(read)).isTrue();
      assertThat(++waited).as("waited for one after the other").isLessThan(10);
    }
    signal("CONT");

    caller.awaitFresh();
  }

  @Test
  void a_slow_redis_fails_fast() throws Exception {
    proxy.delay(200);
    caller.assertFailsFast();

    proxy.heal();
    caller.awaitFresh();
  }

  @Test
  void a_connection_that_goes_silent_is_given_up_and_made_anew() throws Exception {
    proxy.blackHole();
    caller.assertFailsFast();
    FaultProxy broken = proxy;
    LockSupport.parkNanos(Duration.ofMillis(2_500).toNanos());
    broken.heal();

    caller.awaitFresh();
  }

  @Test
  void a_connection_cut_in_the_middle_of_an_answer_doubles_nothing() throws Exception {
    Map<String, CompletableFuture<Written>> sent = new HashMap<>();
    for (int i = 0; i < 900; i++) sent.put("cut-" + i, caller.write("cut-" + i));
    proxy.cut();
    for (CompletableFuture<Written> each : sent.values())
      each.handle((done, failed) -> done).join();
    caller.awaitFresh();

    for (String id : sent.keySet()) caller.acknowledged(id);

    assertThat(counted()).isEqualTo(901);
  }

  @Test
  void an_empty_redis_is_told_from_the_one_that_was_known() throws Exception {
    assertThat(seen()).isEqualTo(StoreEpoch.Seen.SAME);
    int port = redis.port();
    redis.kill();
    assertThat(look()).isEqualTo(StoreEpoch.Seen.UNREACHABLE);
    redis = PackagedRedis.start(empty(data), port);
    caller.awaitFresh();

    assertThat(seen()).isEqualTo(StoreEpoch.Seen.CHANGED);
    StoreCaller.again(
        () -> stores.epoch().acknowledge().handle((done, failure) -> failure == null), yes -> yes);
    assertThat(seen()).isEqualTo(StoreEpoch.Seen.SAME);
  }

  @Test
  void a_full_redis_refuses_writes_and_goes_on_reading() throws Exception {
    redis.configure("maxmemory", "1");
    assertThat(caller.write("full").handle((done, failure) -> failure != null).join()).isTrue();
    caller.awaitFresh();
    assertThat(counted()).isEqualTo(1);

    redis.configure("maxmemory", "0");
    caller.acknowledged("full");
    assertThat(counted()).isEqualTo(2);
  }

  /** What a look finds once it is answered. */
  private StoreEpoch.Seen seen() {
    return StoreCaller.again(
        () -> stores.epoch().look(), found -> found != StoreEpoch.Seen.UNREACHABLE);
  }

  private StoreEpoch.Seen look() {
    return stores.epoch().look().toCompletableFuture().join();
  }

  /** What Redis holds, for somebody who waits for it. */
  private int counted() {
    RedisStores patient = TestRedis.stores(redis.uri(), "faults");
    int counted = new StoreCaller(patient).counted();
    TestRedis.close(patient);
    return counted;
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
