package dev.attune.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Somebody with an author's key, who edits drafts and publishes. */
final class DraftAuthor {
  private final RunningServer server;

  DraftAuthor(RunningServer server) {
    this.server = server;
  }

  /** The path of a new draft, made from what is live. */
  String draft() {
    Answer made = send("POST", "/v1/drafts", "{\"author\": \"mia\"}");
    assertThat(made.status()).isEqualTo(201);
    return "/v1/drafts/" + made.body().path("id").asText();
  }

  /** Puts other words in a draft's file, where it first says the former. */
  void edit(String draft, String file, String from, String to) {
    String text = read(draft + file);
    assertThat(text).contains(from);
    Answer edited = send("PUT", draft + file, once(text, from, to));
    assertThat(edited.status()).isEqualTo(200);
  }

  private static String once(String text, String from, String to) {
    int at = text.indexOf(from);
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  private String read(String path) {
    return new String(bytes(path), UTF_8);
  }

  byte[] bytes(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(server.address().resolve(path))
              .header("Authorization", "Bearer " + RunningServer.AUTHOR_KEY)
              .build();
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Publishes an archive made from a release. */
  Answer bringIn(byte[] archive, long base) {
    return sendZip("POST", "/v1/releases?message=back", archive, "If-Match", "\"" + base + "\"");
  }

  Answer sendZip(String method, String path, byte[] archive, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.address().resolve(path))
            .header("Authorization", "Bearer " + RunningServer.AUTHOR_KEY)
            .method(method, BodyPublishers.ofByteArray(archive));
    if (headers.length > 0) request.headers(headers);
    return server.send(request.build());
  }

  /** The release that is live. */
  JsonNode current() {
    return send("GET", "/v1/releases/current").body();
  }

  Answer send(String method, String path) {
    return send(method, path, null);
  }

  /**
   * @param body null for none
   */
  Answer send(String method, String path, String body) {
    return send(method, path, body, Map.of());
  }

  Answer send(String method, String path, String body, Map<String, String> headers) {
    return server.send(method, path, body, RunningServer.AUTHOR_KEY, headers);
  }
}
