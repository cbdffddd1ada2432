package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.RunningServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Requests that come while the server works on as much as it may. Decisions whose bodies are still
 * on their way are the work: they last until the test lets them go on.
 */
class WaitingIT {
  private static final int BEARABLE = 4;
  private static final String DECISION =
      "{\"userId\": \"waits\", \"placements\": [{\"id\": \"home.grid\"}]}";

  private final List<RawSocket> open = new ArrayList<>();
  private RunningServer server;

  @BeforeEach
  void start() {
    server =
        RunningServer.start(
            Map.of(
                "http.loops", "1",
                "http.in-flight", Integer.toString(BEARABLE),
                "http.patience", "10m",
                "http.lag", "1m",
                "http.body-timeout", "10m",
                "http.idle-timeout", "10m"));
  }

  @AfterEach
  void stop() throws IOException {
    for (RawSocket socket : open) socket.close();
    server.close();
  }

  @Test
  void a_request_that_waits_is_answered_when_its_turn_comes() throws IOException {
    List<RawSocket> working = begun();
    List<RawSocket> waiting = asked(BEARABLE);

    assertThat(refused()).as("there is no more room to wait").isTrue();
    for (RawSocket socket : working) socket.send(DECISION);

    for (RawSocket socket : working) assertThat(socket.readLine()).startsWith("HTTP/1.1 200");
    for (RawSocket socket : waiting) assertThat(socket.readLine()).startsWith("HTTP/1.1 200");
  }

  @Test
  void who_leaves_while_waiting_takes_no_place_from_others() throws IOException {
    for (int round = 0; round < 3; round++) {
      List<RawSocket> working = begun();
      for (RawSocket socket : asked(BEARABLE)) socket.close();
      assertThat(server.get("/health/live").status()).isEqualTo(200);

      for (RawSocket socket : working) socket.send(DECISION);
      for (RawSocket socket : working) assertThat(socket.readLine()).startsWith("HTTP/1.1 200");
    }
    for (RawSocket socket : asked(BEARABLE)) {
      assertThat(socket.readLine()).startsWith("HTTP/1.1 200");
    }
  }

  private List<RawSocket> begun() throws IOException {
    return sent(BEARABLE, "");
  }

  private List<RawSocket> asked(int count) throws IOException {
    return sent(count, DECISION);
  }

  private List<RawSocket> sent(int count, String body) throws IOException {
    List<RawSocket> sent = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RawSocket socket = new RawSocket(server.address());
      socket.send(
          "POST /v1/decisions HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nAuthorization: Bearer "
              + RunningServer.SERVER_KEY
              + "\r\nContent-Length: "
              + DECISION.length()
              + "\r\n\r\n");
      assertThat(socket.readLine()).as("its head was read").startsWith("HTTP/1.1 100");
      socket.send(body);
      sent.add(socket);
    }
    open.addAll(sent);
    return sent;
  }

  private boolean refused() {
    return server.post("/v1/decisions", DECISION).status() == 503;
  }
}
