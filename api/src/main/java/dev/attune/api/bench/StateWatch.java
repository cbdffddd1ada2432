package dev.attune.api.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks for a decision a hundred times a second and notes since when they are fresh. */
final class StateWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 10;
  private static final long NOT_FRESH = 0;

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final Thread thread = new Thread(this::watch, "states");
  private volatile long freshSince = NOT_FRESH;
  private volatile boolean closed;

  StateWatch(URI server, String key) {
    String body = "{\"userId\":\"" + BenchPeople.id(0) + "\",\"placements\":[{\"id\":\"start\"}]}";
    request =
        HttpRequest.newBuilder(server.resolve("/v1/decisions"))
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofString(body))
            .build();
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!closed) {
      try {
        boolean fresh =
            http.send(request, BodyHandlers.ofString()).body().contains("\"state\":\"fresh\"");
        if (!fresh) freshSince = NOT_FRESH;
        else if (freshSince == NOT_FRESH) freshSince = System.nanoTime();
        Thread.sleep(EVERY_MILLIS);
      } catch (IOException cut) {
        freshSince = NOT_FRESH;
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  /** How long after a moment decisions became fresh and stayed so; empty while they are not. */
  Optional<Duration> freshAfter(long nanos) {
    long since = freshSince;
    return since == NOT_FRESH
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(Math.max(0, since - nanos)));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
