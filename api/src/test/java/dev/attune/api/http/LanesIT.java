package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.api.redis.PackagedRedis;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a server gives up first when it has more work than it can bear. Decisions that wait for a
 * stopped Redis are the work.
 */
class LanesIT {
  private static final int BEARABLE = 20;
  private static final String ADMIN = "/openapi.yaml";
  private static final String CHAT = "/onboarding";
  private static final String INGEST = "/v1/projects/x/settings";
  private static final String DECIDE = "/v1/anonymous";

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
  private PackagedRedis redis;
  private RunningServer server;

  @BeforeEach
  void start() throws Exception {
    redis = PackagedRedis.start(Files.createTempDirectory("attune-lanes"));
    server =
        RunningServer.start(
            Map.of(
                "redis.url", redis.uri(),
                "redis.read-timeout", "60s",
                "redis.write-timeout", "60s",
                "http.loops", "1",
                "http.in-flight", Integer.toString(BEARABLE)));
    signal("STOP");
  }

  @AfterEach
  void stop() throws Exception {
    signal("CONT");
    server.close();
    redis.kill();
  }

  @Test
  void authors_go_before_chat_chat_before_events_and_events_before_decisions() throws Exception {
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
  void what_was_taken_is_finished_and_everybody_is_served_again() throws Exception {
    hold(BEARABLE);
    awaitRefused(DECIDE);

    signal("CONT");

    for (CompletableFuture<HttpResponse<String>> each : held) {
      assertThat(each.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
    assertServed(ADMIN, CHAT, INGEST, DECIDE);
  }

  private void hold(int decisions) {
    for (int i = 0; i < decisions; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(server.address().resolve("/v1/decisions"))
              .header("Authorization", "Bearer " + RunningServer.SERVER_KEY)
              .POST(
                  BodyPublishers.ofString(
                      "{\"userId\": \"held\", \"placements\": [{\"id\": \"home.grid\"}]}"))
              .build();
      held.add(http.sendAsync(request, BodyHandlers.ofString()));
    }
  }

  /** Waits until the work has arrived; every refusal says when to come back. */
  private void awaitRefused(String path) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
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
    String method = path.equals(DECIDE) ? "POST" : "GET";
    return server.send(
        method, path, path.equals(DECIDE) ? "{}" : null, RunningServer.SERVER_KEY, Map.of());
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(redis.pid())).start().waitFor();
  }
}
