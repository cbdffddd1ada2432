package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.Client;
import dev.attune.api.RunningServer;
import dev.attune.api.redis.FaultProxy;
import dev.attune.api.redis.PackagedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Apps keep asking and sending while Redis is gone, stopped, slow, silent, full or empty. */
class RedisFaultsUnderLoadIT {
  private static final int PEOPLE = 10;

  private final Ledger ledger = new Ledger("faults-" + UUID.randomUUID(), PEOPLE);
  private Path data;
  private PackagedRedis redis;
  private FaultProxy proxy;
  private RunningServer server;
  private Client client;
  private Traffic traffic;

  @BeforeEach
  void start() throws IOException {
    data = Files.createTempDirectory("attune-redis");
    redis = PackagedRedis.start(data);
    proxy = new FaultProxy(redis.port());
    server =
        RunningServer.start(
            Map.of(
                "redis.url", redis.uri().replace(":" + redis.port(), ":" + proxy.port()),
                "redis.read-timeout", "50ms",
                "redis.write-timeout", "200ms"));
    client = new Client(server.address());
    traffic = new Traffic(client, ledger);
    traffic.awaitDecision("fresh");
    traffic.awaitTrack(200);
  }

  @AfterEach
  void stop() {
    traffic.close();
    server.close();
    proxy.close();
    redis.kill();
  }

  @Test
  void a_killed_redis_loses_nothing_that_was_acknowledged() throws IOException {
    redis.kill();
    Answer stale = traffic.awaitDecision("stale");
    traffic.awaitTrack(503);
    redis = PackagedRedis.start(data, redis.port());

    assertThat(stale.at("/reason")).isEqualTo("store-unavailable");
    assertEverythingIsCountedOnce();
  }

  @Test
  void a_stopped_redis_counts_nothing_twice_when_it_goes_on() throws Exception {
    signal("STOP");
    traffic.awaitDecision("stale");
    traffic.awaitTrack(503);
    signal("CONT");

    assertEverythingIsCountedOnce();
  }

  @Test
  void a_slow_redis_is_not_waited_for() {
    proxy.delay(200);
    traffic.awaitDecision("stale");
    traffic.awaitTrack(503);
    proxy.heal();

    assertEverythingIsCountedOnce();
  }

  @Test
  void a_redis_behind_a_silent_network_is_given_up_and_found_again() {
    proxy.blackHole();
    traffic.awaitDecision("stale");
    traffic.awaitTrack(503);
    proxy.heal();

    assertEverythingIsCountedOnce();
  }

  @Test
  void connections_cut_in_the_middle_are_made_anew() {
    proxy.cut();
    traffic.awaitDecision("fresh");
    proxy.cut();

    assertEverythingIsCountedOnce();
  }

  @Test
  void a_full_redis_is_still_read() throws IOException {
    redis.configure("maxmemory", "1");
    traffic.awaitTrack(503);
    Answer fresh = traffic.awaitDecision("fresh");
    redis.configure("maxmemory", "0");

    assertThat(fresh.status()).isEqualTo(200);
    assertEverythingIsCountedOnce();
  }

  @Test
  void an_empty_redis_is_told_from_the_one_that_was_known() throws IOException {
    redis.kill();
    traffic.awaitDecision("stale");
    redis = PackagedRedis.start(empty(), redis.port());
    traffic.awaitDecision("fresh");
    traffic.awaitTrack(200);
    traffic.stop();

    assertThat(awaitRedisPart("degraded")).contains("not the one");
  }

  @Test
  void a_redis_that_may_forget_is_named() throws IOException {
    redis.configure("maxmemory-policy", "allkeys-lru");
    assertThat(awaitRedisPart("degraded")).contains("noeviction");

    redis.configure("maxmemory-policy", "noeviction");
    assertThat(awaitRedisPart("good")).isEqualTo("connected");

    redis.configure("appendonly", "no");
    assertThat(awaitRedisPart("degraded")).contains("appendonly");
  }

  private void assertEverythingIsCountedOnce() {
    traffic.awaitDecision("fresh");
    traffic.awaitTrack(200);
    traffic.stop();
    ledger.holds(client);
    traffic.sendAgain();
    ledger.holdsExactly(client);
  }

  /** What readiness tells about Redis once it is of this health. */
  private String awaitRedisPart(String health) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      for (JsonNode part : server.get("/health/ready").body().path("details")) {
        if (part.path("part").asText().equals("redis")
            && part.path("health").asText().equals(health)) return part.path("detail").asText();
      }
    }
    throw new AssertionError("Redis never became " + health);
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(redis.pid())).start().waitFor();
  }

  /** A folder without data, with the same password. */
  private Path empty() throws IOException {
    Path empty = Files.createDirectories(data.resolve("empty"));
    Files.copy(data.resolve("redis.password"), empty.resolve("redis.password"));
    return empty;
  }
}
