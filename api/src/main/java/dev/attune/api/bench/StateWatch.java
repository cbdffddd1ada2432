package dev.attune.api.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks for a decision a hundred times a second and notes since when they are fresh. */
final class StateWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final Thread thread = new Thread(this::watch, "states");
  private final Since fresh = new Since();
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
        String answer = http.send(request, BodyHandlers.ofString()).body();
        fresh.is(answer.contains("\"state\":\"fresh\""));
        Thread.sleep(EVERY_MILLIS);
      } catch (IOException cut) {
        fresh.is(false);
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  /** Since when they have been fresh without a break. */
  Since fresh() {
    return fresh;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
