package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.onboarding.model.StubProvider;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A provider's words are relayed as they come, for whoever still listens. */
class ModelStreamTest {
  /** Goodbyes, of which the quickest counts: the machine may be busy. */
  private static final int GOODBYES = 5;

  @Test
  void a_client_that_goes_ends_the_providers_stream_within_250_ms() throws Exception {
    Duration quickest = Duration.ofMinutes(1);
    for (int i = 0; i < GOODBYES && quickest.toMillis() >= 250; i++) {
      Duration noticed = gone();
      if (noticed.compareTo(quickest) < 0) quickest = noticed;
    }

    assertThat(quickest).isLessThan(Duration.ofMillis(250));
  }

  /** How long after its client has gone a provider noticed. */
  private static Duration gone() throws Exception {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    try (StubProvider stub =
            new StubProvider(
                exchange -> {
                  exchange.begin();
                  exchange.piece("{");
                  reached.complete(null);
                  exchange.stall();
                });
        TestServer server = TestServer.patient(stub.baseUrl())) {
      String session = server.open("ana").getString("session");
      Socket client = new Socket("127.0.0.1", server.port());
      client.getOutputStream().write(rawTurn(session));
      reached.get(1, TimeUnit.MINUTES);

      long left = System.nanoTime();
      client.close();

      return Duration.ofNanos(stub.hungUp().get(1, TimeUnit.MINUTES) - left);
    }
  }

  @Test
  void a_hundred_streams_at_once_all_end_well_and_the_event_loop_never_waits() throws Exception {
    try (StubProvider stub = new StubProvider(ModelStreamTest::inPieces);
        TestServer server = TestServer.patient(stub.baseUrl())) {
      streamTo(server, "warming-up");
      Duration waitedBefore = eventLoopsWaited();
      int before = stub.requests();
      CountDownLatch all = new CountDownLatch(64);
      stub.behave(
          exchange -> {
            all.countDown();
            all.await();
            inPieces(exchange);
          });

      List<String> streams = streamTo(server, "measured");

      assertThat(streams).hasSize(100).allMatch(stream -> stream.contains("event: done"));
      assertThat(eventLoopsWaited().minus(waitedBefore)).isLessThan(Duration.ofMillis(100));
      assertThat(stub.requests() - before).isBetween(64, 100);
      assertThat(Objects.requireNonNull(server.model).counts().usage().tokens())
          .isEqualTo(stub.chargedTokens());
    }
  }

  private static void inPieces(StubProvider.Exchange exchange) throws IOException {
    exchange.begin();
    for (String piece : List.of("What ", "would ", "you ", "like ", "to ", "do?")) {
      exchange.piece(piece);
    }
    exchange.finish("stop");
    exchange.usage(50, 6);
  }

  @Test
  void words_are_relayed_as_they_come_and_change_nothing_but_the_wording() {
    try (StubProvider stub = new StubProvider(exchange -> exchange.whole("Fine. And your goals?"));
        TestServer server = TestServer.patient(stub.baseUrl())) {
      String session = server.open("ana").getString("session");

      String stream =
          server
              .turn(session, new JsonObject().put("skip", true), "Accept", "text/event-stream")
              .body();

      assertThat(stream).contains("event: token\ndata: {\"text\":\"Fine. And your goals?\"}");
      assertThat(stream).contains("\"say\":\"Fine. And your goals?\"");
      assertThat(stub.bodies().get(0)).contains("What do you want to get done first?");
    }
  }

  /**
   * How long event loops waited for locks or results, all together. Unlike the time between two of
   * their turns it does not depend on what else the machine does.
   */
  private static Duration eventLoopsWaited() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    threads.setThreadContentionMonitoringEnabled(true);
    long millis =
        Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
            .filter(thread -> thread != null && thread.getThreadName().contains("eventloop"))
            .mapToLong(thread -> thread.getBlockedTime() + thread.getWaitedTime())
            .sum();
    return Duration.ofMillis(millis);
  }

  /** A hundred people skip a question at the same moment. */
  private static List<String> streamTo(TestServer server, String people) throws Exception {
    List<String> sessions =
        IntStream.range(0, 100)
            .mapToObj(i -> server.open(people + i).getString("session"))
            .toList();
    List<CompletableFuture<String>> streams =
        sessions.stream()
            .map(session -> server.stream(session, new JsonObject().put("skip", true)))
            .toList();
    List<String> bodies = new ArrayList<>();
    for (CompletableFuture<String> stream : streams) bodies.add(stream.get(60, TimeUnit.SECONDS));
    return bodies;
  }

  private static byte[] rawTurn(String session) {
    String body = "{\"text\":\"I'm a marketer\"}";
    return ("POST /v1/onboarding/"
            + session
            + "/turns HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type:"
            + " application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
