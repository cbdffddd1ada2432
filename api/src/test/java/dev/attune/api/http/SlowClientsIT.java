package dev.attune.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.RunningServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that do not finish what they began are sent away, and keep nobody else waiting. */
class SlowClientsIT {
  private static final int HALF_OPEN = 1000;
  private static final int MOST = 4;
  private static final Duration DRIP = Duration.ofMillis(20);

  private static RunningServer impatient;

  @BeforeAll
  static void start() {
    impatient =
        RunningServer.start(
            Map.of(
                "http.loops", "1",
                "http.header-timeout", "500ms",
                "http.body-timeout", "500ms",
                "http.idle-timeout", "1s"));
  }

  @AfterAll
  static void stop() {
    impatient.close();
  }

  @Test
  void a_head_that_does_not_end_ends_its_connection() throws IOException {
    assertIsSentAway("GET /health/live HTTP/1.1\r\nHost: a\r\nX: ");
  }

  @Test
  void silence_from_the_start_ends_its_connection() throws IOException {
    assertIsSentAway("");
  }

  @Test
  void a_body_that_does_not_end_ends_its_connection() throws IOException {
    assertIsSentAway(
        "POST /v1/decisions HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + RunningServer.SERVER_KEY
            + "\r\nContent-Length: 100\r\n\r\n{");
  }

  @Test
  void a_body_nobody_wants_that_does_not_end_ends_its_connection() throws IOException {
    assertIsSentAway("POST /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{");
  }

  @Test
  void a_head_dripped_byte_by_byte_does_not_stretch_its_time() throws Exception {
    try (RawSocket socket = new RawSocket(impatient.address())) {
      Thread dripping = new Thread(() -> drip(socket), "dripping");
      dripping.start();

      assertThat(socket.readToEnd()).isEmpty();
      dripping.join();
    }
  }

  @Test
  void a_second_head_that_does_not_end_ends_its_connection() throws IOException {
    try (RawSocket socket = new RawSocket(impatient.address())) {
      socket.send("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\nGET /health/li");

      assertThat(RawSocket.statuses(socket.readToEnd())).containsExactly(200);
    }
  }

  @Test
  void a_thousand_half_open_connections_keep_nobody_waiting() throws IOException {
    RunningServer server = RunningServer.shared();
    List<RawSocket> half = new ArrayList<>();
    try {
      for (int i = 0; i < HALF_OPEN; i++) {
        RawSocket socket = new RawSocket(server.address());
        half.add(socket);
        socket.send("POST /v1/decisions HTTP/1.1\r\nHost: a\r\nX: ");
      }

      assertThat(server.get("/health/live").status()).isEqualTo(200);
      assertThat(
              server
                  .post(
                      "/v1/decisions",
                      "{\"userId\": \"a\", \"placements\": [{\"id\": \"home.grid\"}]}")
                  .status())
          .isEqualTo(200);
    } finally {
      for (RawSocket socket : half) socket.close();
    }
  }

  /** Building rules aside takes longer than a client of this server may be silent. */
  @Test
  void silence_while_an_answer_is_made_is_not_the_clients() throws IOException {
    try (RunningServer hasty =
        RunningServer.start(Map.of("http.idle-timeout", "100ms", "http.loops", "1"))) {
      awaitPublished(hasty);
      String made = once(hasty, "POST", "/v1/drafts", "{}");
      String draft = "/v1/drafts/" + made.replaceFirst("(?s).*\"id\":\"([a-z0-9]+)\".*", "$1");
      String file = draft + "/files/features/actions.yaml";
      String cards = once(hasty, "GET", file, "").split("\r\n\r\n", 2)[1];
      once(hasty, "PUT", file, cards.replaceFirst("priority: [0-9]+", "priority: 33"));

      assertThat(once(hasty, "POST", draft + "/check", "{}")).startsWith("HTTP/1.1 200");
    }
  }

  private static void awaitPublished(RunningServer server) throws IOException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!once(server, "GET", "/v1/releases/current", "").contains("\"number\"")
        && System.nanoTime() < end) Thread.onSpinWait();
  }

  /** Over a connection of its own. */
  private static String once(RunningServer server, String method, String path, String body)
      throws IOException {
    try (RawSocket socket = new RawSocket(server.address())) {
      socket.send(
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
              + RunningServer.AUTHOR_KEY
              + "\r\nContent-Length: "
              + body.getBytes(UTF_8).length
              + "\r\n\r\n"
              + body);
      return socket.readToEnd();
    }
  }

  @Test
  void only_so_many_connections_are_taken() throws IOException {
    try (RunningServer small =
        RunningServer.start(
            Map.of("http.loops", "1", "http.connections", Integer.toString(MOST)))) {
      List<RawSocket> taken = new ArrayList<>();
      for (int i = 0; i < MOST; i++) taken.add(answered(small));
      try (RawSocket beyond = new RawSocket(small.address())) {
        assertThat(beyond.readToEnd()).isEmpty();
      }
      for (RawSocket socket : taken) socket.close();
    }
  }

  /** A connection that was served, and stays. */
  private static RawSocket answered(RunningServer server) throws IOException {
    RawSocket socket = new RawSocket(server.address());
    socket.send("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n");
    assertThat(socket.readLine()).startsWith("HTTP/1.1 200");
    return socket;
  }

  private static void assertIsSentAway(String begun) throws IOException {
    try (RawSocket socket = new RawSocket(impatient.address())) {
      socket.send(begun);

      assertThat(socket.readToEnd()).isEmpty();
    }
  }

  private static void drip(RawSocket socket) {
    try {
      socket.send("GET /health/live HTTP/1.1\r\nX: ");
      while (true) {
        LockSupport.parkNanos(DRIP.toNanos());
        socket.send("a");
      }
    } catch (IOException ended) {
      // this is what was waited for
    }
  }
}
