package dev.attune.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.attune.api.bench.Load.Window;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final AtomicInteger served = new AtomicInteger();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void what_it_counts_is_what_the_server_answered() throws IOException {
    answer(200, "x".repeat(40_000));

    Window window = run(3);

    assertThat(window.failed()).isZero();
    assertThat(window.latency().getTotalCount()).isPositive();
    assertThat(served.get() - window.latency().getTotalCount()).isBetween(0L, 3L);
  }

  @Test
  void an_answer_that_is_not_200_is_a_failure() throws IOException {
    answer(503, "busy");

    Window window = run(1);

    assertThat(window.failed()).isEqualTo(served.get());
  }

  /** From now on answers so, as it has already done once: the first answer of a JVM is late. */
  private void answer(int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          served.incrementAndGet();
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    run(1);
    served.set(0);
  }

  private Window run(int connections) throws IOException {
    byte[] request = "GET / HTTP/1.1\r\nhost: local\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    try (Load load = new Load(server.getAddress(), connections, List.of(request))) {
      return load.run(SHORT);
    }
  }
}
