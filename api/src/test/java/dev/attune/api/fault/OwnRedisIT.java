package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Client;
import dev.attune.api.RunningServer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The Redis that comes along is started again when it dies. */
class OwnRedisIT {
  private static final int DEATHS = 3;

  private final Ledger ledger = new Ledger("own-" + UUID.randomUUID(), 5);

  @Test
  void it_may_die_under_load() {
    Map<String, String> settings =
        Map.of("redis.read-timeout", "50ms", "redis.write-timeout", "200ms");
    try (RunningServer server = RunningServer.start(settings)) {
      mayDie(server, new Client(server.address()));
    }
  }

  private void mayDie(RunningServer server, Client client) {
    try (Traffic traffic = new Traffic(client, ledger)) {
      for (int i = 0; i < DEATHS; i++) {
        traffic.awaitDecision("fresh");
        traffic.awaitTrack(200);
        ProcessHandle redis = awaitRedis(server, traffic);
        assertThat(redis.destroyForcibly()).isTrue();
        redis.onExit().join();
      }
      traffic.awaitDecision("fresh");
      traffic.awaitTrack(200);
      traffic.stop();
      ledger.holds(client);
      traffic.sendAgain();
      ledger.holdsExactly(client);
    }
  }

  /** A decision may still be fresh while the next Redis has not begun. */
  private static ProcessHandle awaitRedis(RunningServer server, Traffic traffic) {
    Optional<ProcessHandle> redis = redisOf(server);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (redis.isEmpty() && System.nanoTime() < end) {
      traffic.awaitDecision("fresh");
      redis = redisOf(server);
    }
    return redis.orElseThrow();
  }

  private static Optional<ProcessHandle> redisOf(RunningServer server) {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(each -> each.info().commandLine().orElse("").contains(server.data().toString()))
        .findFirst();
  }
}
