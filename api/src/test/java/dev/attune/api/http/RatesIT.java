package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A key that asks too often is told when to come back, and takes nothing from the others. */
class RatesIT {
  private static final String EVENT = "{\"userId\": \"ana\", \"event\": \"tone.applied\"%s}";

  @Test
  void a_page_that_asks_too_often_is_refused_and_the_products_servers_go_on() {
    Map<String, String> settings = Map.of("keys.client-rate", "1", "keys.server-rate", "1000");
    try (RunningServer server = RunningServer.start(settings)) {
      String key = ", \"writeKey\": \"" + RunningServer.CLIENT_KEY + "\"";
      String inBody = EVENT.formatted(key);

      Answer byHeader = untilRefused(server, EVENT.formatted(""), RunningServer.CLIENT_KEY);
      Answer byBody = untilRefused(server, inBody, "");

      for (Answer refused : new Answer[] {byHeader, byBody}) {
        assertThat(refused.at("/type")).endsWith("too-often");
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
      }
      assertThat(server.post("/v1/track", EVENT.formatted("")).status()).isEqualTo(200);
    }
  }

  private static Answer untilRefused(RunningServer server, String event, String key) {
    Answer answer = server.send("POST", "/v1/track", event, key, Map.of());
    for (int i = 0; i < 1000 && answer.status() == 200; i++)
      answer = server.send("POST", "/v1/track", event, key, Map.of());
    assertThat(answer.status()).isEqualTo(429);
    return answer;
  }
}
