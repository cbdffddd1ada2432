package dev.attune.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Asks a server ten times a second whether it is alive, and notes how long that took. */
final class HealthWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 100;

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final Histogram micros = new Histogram(Duration.ofMinutes(1).toNanos() / 1000, 3);
  private final Thread thread = new Thread(this::watch, "health");
  private long failed;
  private volatile boolean closed;

  HealthWatch(URI server) {
    request = HttpRequest.newBuilder(server.resolve("/health/live")).build();
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!closed) {
      long start = System.nanoTime();
      try {
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) failed++;
        micros.recordValue((System.nanoTime() - start) / 1000);
        Thread.sleep(EVERY_MILLIS);
      } catch (IOException cut) {
        failed++;
      } catch (InterruptedException end) {
        return;
      }
    }
  }

  /** In milliseconds; ends the watch. */
  double percentile(double share) {
    close();
    return micros.getValueAtPercentile(share) / 1000.0;
  }

  /** Answers that were none; ends the watch. */
  long failed() {
    close();
    return failed;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", interrupted));
    }
  }
}
