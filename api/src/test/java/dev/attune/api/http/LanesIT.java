package dev.attune.api.http;

import static dev.attune.api.http.OneBusyLoop.DECISION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server gives up first when it has more work than it can bear. */
class LanesIT {
  private static final int BEARABLE = 20;
  private static final String ADMIN = "/openapi.yaml";
  private static final String CHAT = "/onboarding";
  private static final String INGEST = "/v1/projects/x/settings";
  private static final String DECIDE = "/v1/anonymous";

  private final List<RawSocket> held = new ArrayList<>();
  private OneBusyLoop busy;

  @BeforeEach
  void start() {
    busy = OneBusyLoop.bearing(BEARABLE, Map.of());
  }

  @AfterEach
  void stop() throws IOException {
    busy.close();
  }

  @Test
  void authors_go_before_chat_chat_before_events_and_events_before_decisions() throws IOException {
    hold(6);
    awaitRefused(ADMIN);
    assertServed(CHAT, INGEST, DECIDE);

    hold(2);
    awaitRefused(CHAT);
    assertServed(INGEST, DECIDE);

    hold(4);
    awaitRefused(INGEST);
    assertServed(DECIDE);

    hold(8);
    awaitRefused(DECIDE);
    assertThat(ask("/health/live").status()).isEqualTo(200);
    assertThat(ask("/health/ready").status()).isEqualTo(200);
  }

  @Test
  void what_was_taken_is_finished_and_everybody_is_served_again() throws IOException {
    hold(BEARABLE);
    awaitRefused(DECIDE);

    for (RawSocket socket : held) socket.send(DECISION);

    for (RawSocket socket : held) assertThat(socket.readLine()).startsWith("HTTP/1.1 200");
    assertServed(ADMIN, CHAT, INGEST, DECIDE);
  }

  private void hold(int decisions) throws IOException {
    for (int i = 0; i < decisions; i++) held.add(busy.begin(""));
  }

  /** Waits until the work has arrived; every refusal says when to come back. */
  private void awaitRefused(String path) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    Answer answer = ask(path);
    while (answer.status() != 503 && System.nanoTime() < end) answer = ask(path);
    assertThat(answer.status()).as(path).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after").map(Integer::valueOf).orElse(0))
        .isBetween(1, 5);
    assertThat(answer.at("/type")).isEqualTo("urn:attune:problem:unavailable");
  }

  private void assertServed(String... paths) {
    for (String path : paths) assertThat(ask(path).status()).as(path).isBetween(200, 201);
  }

  private Answer ask(String path) {
    return path.equals(DECIDE) ? busy.ask("POST", path, "{}") : busy.ask("GET", path, null);
  }
}
