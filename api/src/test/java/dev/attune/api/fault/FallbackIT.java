package dev.attune.api.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.api.redis.FaultProxy;
import dev.attune.api.redis.PackagedRedis;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What stands where nothing could be chosen does not depend on why. */
class FallbackIT {
  @Test
  void a_fallback_is_the_same_to_the_byte_whatever_failed() throws Exception {
    try (PackagedRedis redis = PackagedRedis.start(Files.createTempDirectory("attune-fallback"));
        FaultProxy proxy = new FaultProxy(redis.port());
        RunningServer server =
            RunningServer.start(
                Map.of(
                    "redis.url",
                    redis.uri().replace(":" + redis.port(), ":" + proxy.port()),
                    "redis.read-timeout",
                    "300ms"))) {
      Map<String, String> grids = new LinkedHashMap<>();
      grids.put("nobody knows the person", grid(server, "fresh", ""));
      grids.put("the app has nothing available", grid(server, "fresh", ", \"available\": []"));
      proxy.delay(1_500);
      grids.put("slow", grid(server, "default", ""));
      proxy.heal();
      proxy.blackHole();
      grids.put("silent", grid(server, "default", ""));
      proxy.cut();
      grids.put("cut", grid(server, "default", ""));
      redis.kill();
      grids.put("gone", grid(server, "default", ""));

      String expected = grids.get("nobody knows the person");
      assertThat(expected).startsWith("{\"id\":\"home.grid\",\"choices\":[],\"fallback\":[{");
      assertThat(grids).allSatisfy((why, grid) -> assertThat(grid).as(why).isEqualTo(expected));
    }
  }

  /**
   * The placement's part of an answer to a person never heard of, as it came over the wire, once
   * the server has noticed how its Redis fares.
   */
  private static String grid(RunningServer server, String state, String more) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      Answer answer = server.post("/v1/decisions", request(more));
      assertThat(answer.status()).isEqualTo(200);
      if (!answer.at("/state").equals(state)) continue;
      String text = answer.text();
      int start = text.indexOf("{\"id\":\"home.grid\"");
      return text.substring(start, text.indexOf("],\"suppressed\"", start));
    }
    throw new AssertionError("never " + state);
  }

  private static String request(String more) {
    return "{\"userId\": \"fallback-"
        + UUID.randomUUID()
        + "\", \"placements\": [{\"id\": \"home.grid\""
        + more
        + "}]}";
  }
}
