package dev.attune.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a running server, for a person at a terminal: what goes wrong is said with what to do. */
final class ServerClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI server;
  private final String key;

  ServerClient(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /** What came of asking. */
  sealed interface Reply {
    /** The answer. */
    record Given(JsonNode body) implements Reply {}

    /** No answer, in words for a terminal. */
    record Refused(String words) implements Reply {}
  }

  Reply get(String path) {
    HttpRequest request;
    try {
      request =
          HttpRequest.newBuilder(server.resolve(path))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Bearer " + key)
              .build();
    } catch (IllegalArgumentException noAddress) {
      return new Reply.Refused("\"" + server + "\" is no address of a server. Write http://…");
    }
    try {
      return reply(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException away) {
      return new Reply.Refused(
          "nothing answers at "
              + server
              + ". Start one with \"attune serve --demo\", or name another with --url");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Reply.Refused("interrupted");
    }
  }

  /** A part of a path or a query, so that any name can be asked for. */
  static String part(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Reply reply(HttpResponse<byte[]> response) {
    JsonNode body;
    try {
      body = JSON.readTree(response.body());
    } catch (IOException noJson) {
      return new Reply.Refused(
          "what answers at " + server + " is no Attune server. Name another with --url");
    }
    if (response.statusCode() < 300) return new Reply.Given(body);
    if (response.statusCode() == 401)
      return new Reply.Refused(
          "the server does not know this key. Give a server key with --key, or set ATTUNE_KEY");
    String words = body.path("detail").asText(body.path("title").asText());
    return new Reply.Refused(
        words.isEmpty() ? "the server answered " + response.statusCode() : words);
  }
}
