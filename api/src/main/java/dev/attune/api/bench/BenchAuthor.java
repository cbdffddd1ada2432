package dev.attune.api.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/** An author who edits one rule of a folder again and again, and publishes it by the calls. */
final class BenchAuthor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RULES = BenchRules.FIRST + "/rules.drl";
  private static final String SCENARIOS = BenchRules.FIRST + "/scenarios.yaml";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI server;

  BenchAuthor(URI server) {
    this.server = server;
  }

  /** A new draft in which the first rule asks for more than so much; its path. */
  String draft(int moreThan) throws IOException, InterruptedException {
    String draft = "/v1/drafts/" + call("POST", "/v1/drafts", "{}").path("id").asText();
    String rules = text("GET", draft + "/files/" + RULES, null);
    String edited = BenchRules.firstRuleAsking(rules, moreThan);
    text("PUT", draft + "/files/" + RULES, edited);
    text("PUT", draft + "/files/" + SCENARIOS, BenchRules.proof(moreThan));
    return draft;
  }

  /** Publishes and deletes a draft; the release's id. */
  String publish(String draft) throws IOException, InterruptedException {
    String id = call("POST", draft + "/publish", "{}").path("id").asText();
    text("DELETE", draft, null);
    return id;
  }

  /** The id of the release that answers at a server. */
  static String live(URI at) throws IOException, InterruptedException {
    return new BenchAuthor(at).call("GET", "/v1/releases/current", null).path("id").asText();
  }

  private JsonNode call(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    return JSON.readTree(text(method, path, body));
  }

  private String text(String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Authorization", "Bearer " + BenchServer.KEY)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300)
      throw new IOException(method + " " + path + ": " + answer.statusCode() + answer.body());
    return answer.body();
  }
}
