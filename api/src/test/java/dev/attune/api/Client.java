package dev.attune.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Calls a server, and holds every answer against the API's document. Thread-safe. */
public final class Client {
  private final URI address;
  private final HttpClient http = HttpClient.newHttpClient();

  public Client(URI address) {
    this.address = address;
  }

  public Answer get(String path, String key) {
    return send("GET", path, null, key, Map.of());
  }

  public Answer post(String path, String json, String key) {
    return send("POST", path, json, key, Map.of());
  }

  /**
   * @param body null for none
   * @param key empty for none
   */
  public Answer send(
      String method, String path, String body, String key, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
    headers.forEach(request::header);
    return send(request.build());
  }

  /**
   * @throws Unanswered when the server is not there or ends the connection
   */
  public Answer send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      Contract.check(request, response);
      return Answer.of(response);
    } catch (IOException e) {
      throw new Unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** No answer came. */
  public static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unanswered(IOException why) {
      super(why);
    }

    /** Whether nobody listened, so that nothing was asked either. */
    public boolean isRefused() {
      return getCause() instanceof ConnectException;
    }
  }
}
