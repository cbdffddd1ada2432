package dev.attune.api.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Speaks to a running server the way an app does. Every call waits for its answer, so it is not for
 * an event loop. A busy server is asked again; anything else but success is an {@link IOException}
 * that quotes the answer.
 */
public final class TrackingClient {
  private static final int BATCH = 250;
  private static final int PATIENCE = 10;
  private static final int LONGEST_WAIT = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;
  private final String key;

  public TrackingClient(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /**
   * Sends identify and track messages as history, which may be weeks old, in as many calls as their
   * number needs.
   */
  public void track(List<Map<String, Object>> messages) throws IOException, InterruptedException {
    for (int from = 0; from < messages.size(); from += BATCH) {
      List<Map<String, Object>> batch =
          messages.subList(from, Math.min(messages.size(), from + BATCH));
      call("POST", "/v1/import", Map.of("batch", batch));
    }
  }

  /** Records what a person agreed to, purposes as on the wire. */
  public void agree(String person, Collection<String> purposes)
      throws IOException, InterruptedException {
    Map<String, Object> granted = new LinkedHashMap<>();
    for (String purpose : purposes) granted.put(purpose, true);
    call(
        "PUT",
        "/v1/people/" + person + "/consent",
        Map.of("purposes", granted, "source", "sample"));
  }

  /** {@code body} as JSON there and the answer as JSON back. */
  public JsonNode call(String method, String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    HttpResponse<byte[]> response = send(request);
    if (response.statusCode() >= 300) {
      throw new IOException(
          method + " " + path + " answered " + response.statusCode() + ": " + text(response));
    }
    return JSON.readTree(response.body());
  }

  /** Comes back when a busy server says so. */
  private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    for (int again = 0; again < PATIENCE && isBusy(response); again++) {
      long seconds = response.headers().firstValueAsLong("retry-after").orElse(1);
      TimeUnit.SECONDS.sleep(Math.min(seconds, LONGEST_WAIT));
      response = http.send(request, BodyHandlers.ofByteArray());
    }
    return response;
  }

  private static boolean isBusy(HttpResponse<byte[]> response) {
    return response.statusCode() == 429 || response.statusCode() == 503;
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
