package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.RunningServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last answer on a connection reaches a client that is still sending. */
class LastAnswersIT {
  private static final int TOO_LONG = 5_000;

  private final RunningServer server = RunningServer.shared();

  @ParameterizedTest
  @ValueSource(ints = {1_000, 100_000, 4_000_000})
  void a_line_too_long_is_refused_before_its_body_has_come(int body) throws Exception {
    String request =
        ("POST /" + "a".repeat(TOO_LONG) + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + body)
            + ("\r\n\r\n" + "b".repeat(body));
    for (int i = 0; i < 20; i++) assertThat(statusOf(request)).containsExactly(414);
  }

  @RepeatedTest(20)
  void a_broken_head_is_refused_before_its_body_has_come() throws Exception {
    String request =
        "POST /v1/track HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 100000\r\n\r\n";

    assertThat(statusOf(request + "b".repeat(100_000))).containsExactly(400);
  }

  /** Sends all of a request, whatever the server does meanwhile, and then reads. */
  private List<Integer> statusOf(String request) throws Exception {
    try (RawSocket socket = new RawSocket(server.address())) {
      CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(socket, request));
      String answer = socket.readToEnd();
      sent.handle((done, refused) -> done).get();
      return RawSocket.statuses(answer);
    }
  }

  private static void send(RawSocket socket, String request) {
    try {
      socket.send(request);
    } catch (IOException ended) {
      // the server hears only so much of what it has refused
    }
  }
}
