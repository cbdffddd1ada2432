package dev.attune.api.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People in onboarding conversations, who think for two seconds before each of their sentences. */
final class Talkers implements AutoCloseable {
  private static final long THOUGHT_MILLIS = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SENTENCES =
      List.of(
          "I am a nurse in a hospital",
          "we are 40 people",
          "I want to plan shifts and train new colleagues",
          "for about ten years",
          "hm",
          "that is all");

  /** How the names of their threads begin. */
  static final String THREAD = "talker-";

  private final URI server;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean closed;

  Talkers(URI server, int people) {
    this.server = server;
    for (int i = 0; i < people; i++) {
      String person = THREAD + i;
      long firstAfter = THOUGHT_MILLIS * i / people;
      Thread thread = new Thread(() -> talk(person, firstAfter), person);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** They come one after the other. */
  private void talk(String person, long firstAfter) {
    long wait = firstAfter;
    while (!closed) {
      try {
        Thread.sleep(wait);
        wait = THOUGHT_MILLIS;
        String session = begin(person);
        for (int i = 0; i < SENTENCES.size() && !closed; i++) {
          Thread.sleep(THOUGHT_MILLIS);
          say(session, SENTENCES.get(i));
        }
      } catch (IOException broken) {
        failed.incrementAndGet();
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  private String begin(String person) throws IOException, InterruptedException {
    HttpResponse<String> begun =
        post("/v1/onboarding", Map.of("userId", person, "model", true), "application/json");
    if (begun.statusCode() >= 300) throw new IOException("status " + begun.statusCode());
    return JSON.readTree(begun.body()).path("session").asText();
  }

  private void say(String session, String text) throws IOException, InterruptedException {
    HttpResponse<String> said =
        post("/v1/onboarding/" + session + "/turns", Map.of("text", text), "text/event-stream");
    boolean whole = said.statusCode() == 200 && said.body().contains("event: done");
    (whole ? answered : failed).incrementAndGet();
  }

  private HttpResponse<String> post(String path, Map<String, Object> body, String accept)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + BenchServer.KEY)
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /** Turns answered to the end. */
  int answered() {
    return answered.get();
  }

  /** Turns and beginnings that were not. */
  int failed() {
    return failed.get();
  }

  @Override
  public void close() {
    closed = true;
    try {
      for (Thread thread : threads) thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", interrupted));
    }
  }
}
