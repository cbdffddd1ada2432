package dev.attune.api.http;

import static dev.attune.api.http.OneBusyLoop.DECISION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that come while the server works on as much as it may. */
class WaitingIT {
  private static final int BEARABLE = 4;
  private OneBusyLoop busy;

  @BeforeEach
  void start() {
    busy = OneBusyLoop.bearing(BEARABLE, Map.of("http.patience", "10m"));
  }

  @AfterEach
  void stop() throws IOException {
    busy.close();
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
      assertThat(busy.ask("GET", "/health/live", null).status()).isEqualTo(200);

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
      RawSocket socket = busy.begin("Expect: 100-continue\r\n");
      assertThat(socket.readLine()).as("its head was read").startsWith("HTTP/1.1 100");
      socket.send(body);
      sent.add(socket);
    }
    return sent;
  }

  private boolean refused() {
    return busy.ask("POST", "/v1/decisions", DECISION).status() == 503;
  }
}
