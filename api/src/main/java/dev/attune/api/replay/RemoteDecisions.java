package dev.attune.api.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.engine.publish.replay.RecordPages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The recent decisions of a running server, fetched page by page with a server key. */
public final class RemoteDecisions implements RecordPages {
  private static final int PAGE = 500;
  private static final int BUSY = 503;
  private static final int PATIENCE = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;
  private final String key;
  private final String last;
  private long left;
  private boolean ended;
  private @Nullable String before;

  /**
   * @param last how far back, e.g. {@code 24h}
   * @param most at most so many, the newest
   */
  public RemoteDecisions(URI server, String key, String last, long most) {
    this.server = server;
    this.key = key;
    this.last = last;
    this.left = most;
  }

  @Override
  public List<byte[]> next() throws IOException {
    List<byte[]> page = new ArrayList<>();
    while (page.isEmpty() && !ended && left > 0) {
      JsonNode answer = fetch();
      for (JsonNode record : answer.path("records")) {
        if (left-- > 0) page.add(Base64.getDecoder().decode(record.asText()));
      }
      before = answer.path("next").asText(null);
      ended = before == null;
    }
    return page;
  }

  /** Whether there were more than were asked for. */
  public boolean isCut() {
    return !ended;
  }

  private JsonNode fetch() throws IOException {
    String query = "?last=" + last + "&limit=" + PAGE + (before == null ? "" : "&before=" + before);
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v1/decisions" + query))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key)
            .build();
    try {
      HttpResponse<byte[]> response = send(request);
      if (response.statusCode() == 200) return JSON.readTree(response.body());
      JsonNode problem = problem(response.body());
      throw new IOException(
          server
              + " answered "
              + response.statusCode()
              + ": "
              + problem.path("title").asText("")
              + " "
              + problem.path("detail").asText(""));
    } catch (ConnectException nobody) {
      throw new IOException("nothing answers at " + server, nobody);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      for (int again = 0; again < PATIENCE && response.statusCode() == BUSY; again++) {
        TimeUnit.SECONDS.sleep(1);
        response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      }
      return response;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private static JsonNode problem(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notOurs) {
      return JSON.createObjectNode();
    }
  }
}
