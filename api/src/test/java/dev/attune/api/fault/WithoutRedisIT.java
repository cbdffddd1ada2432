package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.Client;
import dev.attune.api.RunningServer;
import dev.attune.api.redis.PackagedRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A server that starts before its Redis is there. */
class WithoutRedisIT {
  private static final String DECISION =
      "{\"userId\": \"ana\", \"placements\": [{\"id\": \"home.grid\"}]}";

  private final Ledger ledger = new Ledger("without-" + UUID.randomUUID(), 3);

  @Test
  void it_answers_fallbacks_refuses_events_and_finds_redis_when_it_comes() throws Exception {
    Path data = Files.createTempDirectory("attune-late-redis");
    PackagedRedis before = PackagedRedis.start(data);
    before.kill();
    try (RunningServer server = RunningServer.start(Map.of("redis.url", before.uri()))) {
      Answer decision = server.post("/v1/decisions", DECISION);

      assertThat(decision.status()).isEqualTo(200);
      assertThat(decision.at("/state")).isEqualTo("default");
      assertThat(server.get("/health/ready").status()).isEqualTo(200);
      assertThat(server.get("/health/ready").text()).contains("not connected");
      assertFindsRedis(server, data, before.port());
    }
  }

  private void assertFindsRedis(RunningServer server, Path data, int port) throws Exception {
    try (Traffic traffic = new Traffic(new Client(server.address()), ledger)) {
      traffic.awaitTrack(503);
      try (PackagedRedis redis = PackagedRedis.start(data, port)) {
        traffic.awaitDecision("fresh");
        traffic.awaitTrack(200);
        traffic.stop();
        assertThat(redis.port()).isEqualTo(port);
      }
    }
  }

  @Test
  void an_address_that_names_nothing_keeps_nobody_waiting() {
    try (RunningServer server =
        RunningServer.start(Map.of("redis.url", "redis://redis.invalid:6379"))) {
      assertThat(server.post("/v1/decisions", DECISION).at("/state")).isEqualTo("default");
    }
  }
}
