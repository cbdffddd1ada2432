package dev.attune.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.RunningServer;
import dev.attune.api.bench.OpenLoad.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Far more is asked of a server than it may work on at once. */
class OverloadIT {
  private static final String BODY =
      "{\"userId\": \"ana\", \"placements\": [{\"id\": \"home.grid\"}]}";
  private static final int CONNECTIONS = 200;

  /** A busy machine may keep the server from its first decisions for a while. */
  private static final int TRIES = 20;

  @Test
  void what_is_too_much_is_refused_with_a_time_to_come_back_and_nothing_breaks()
      throws IOException {
    Map<String, String> small = Map.of("http.loops", "1", "http.in-flight", "8");
    try (RunningServer server = RunningServer.start(small);
        OpenLoad load =
            new OpenLoad(address(server.address()), CONNECTIONS, List.of(decide(server)))) {
      Outcome outcome = load.run(Duration.ofSeconds(2), 20_000);
      for (int i = 1; i < TRIES && outcome.good.getTotalCount() == 0; i++) {
        assertThat(outcome.failed).as("anything else").isZero();
        outcome = load.run(Duration.ofSeconds(2), 20_000);
      }

      assertThat(outcome.good.getTotalCount()).as("decided").isPositive();
      assertThat(outcome.shed).as("refused").isPositive();
      assertThat(outcome.untold).as("refused without a time").isZero();
      assertThat(outcome.failed).as("anything else").isZero();
      assertThat(server.get("/health/live").status()).isEqualTo(200);
      assertThat(server.post("/v1/decisions", BODY).status()).isEqualTo(200);
    }
  }

  private static InetSocketAddress address(URI server) {
    return new InetSocketAddress(server.getHost(), server.getPort());
  }

  private static byte[] decide(RunningServer server) {
    String head =
        "POST /v1/decisions HTTP/1.1\r\nHost: "
            + server.address().getAuthority()
            + "\r\nAuthorization: Bearer "
            + RunningServer.SERVER_KEY
            + "\r\nContent-Length: "
            + BODY.length()
            + "\r\n\r\n";
    return (head + BODY).getBytes(StandardCharsets.US_ASCII);
  }
}
