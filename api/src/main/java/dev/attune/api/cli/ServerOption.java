package dev.attune.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;

/** The running server a command talks to. */
final class ServerOption {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:ATTUNE_URL:-http://127.0.0.1:8080}",
      description = "address of the running server (or ATTUNE_URL; default: ${DEFAULT-VALUE})")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:ATTUNE_KEY:-demo}",
      showDefaultValue = Visibility.NEVER,
      description = "an author key, ak_… (or ATTUNE_KEY; default: demo)")
  private String key = "demo";

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** What the server answered. */
  record Reply(int status, byte[] bytes, String tag) {
    boolean isGood() {
      return status < 300;
    }

    JsonNode json() {
      try {
        return JSON.readTree(bytes);
      } catch (IOException notJson) {
        return JSON.missingNode();
      }
    }

    /** Says why not, with every place in the author's files. */
    void explain(PrintWriter out) {
      JsonNode problem = json();
      for (JsonNode each : problem.path("diagnostics")) out.println(line(each));
      String detail = problem.path("detail").asText();
      String title = problem.path("title").asText("the server answered " + status);
      out.println(detail.isEmpty() ? title : title + ": " + detail);
    }

    void warn(PrintWriter out) {
      for (JsonNode each : json().path("diagnostics")) out.println(line(each));
    }

    void changes(PrintWriter out) {
      JsonNode changes = json().path("changes");
      for (JsonNode each : changes) out.println("  " + each.path("text").asText());
      if (changes.isArray() && changes.isEmpty())
        out.println("  no change but in words and spaces");
    }

    private static String line(JsonNode diagnostic) {
      int line = diagnostic.path("line").asInt();
      String file = diagnostic.path("file").asText();
      String place = line == 0 ? file : file + ":" + line + ":" + diagnostic.path("column").asInt();
      String warning = diagnostic.path("severity").asText().equals("warning") ? "warning: " : "";
      return place + ": " + warning + diagnostic.path("message").asText();
    }
  }

  Reply get(String path) throws IOException, InterruptedException {
    return send("GET", path, null, "", null);
  }

  Reply post(String path, @Nullable String json, @Nullable String ifMatch)
      throws IOException, InterruptedException {
    byte[] body = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    return send("POST", path, body, "application/json", ifMatch);
  }

  /**
   * Sends one request and waits for its answer.
   *
   * @throws IOException with a sentence for the terminal when nobody answers
   */
  Reply send(
      String method, String path, byte @Nullable [] body, String type, @Nullable String ifMatch)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + key)
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body != null) request.header("Content-Type", type);
    if (ifMatch != null) request.header("If-Match", "\"" + ifMatch + "\"");
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      String tag = response.headers().firstValue("etag").orElse("").replace("\"", "");
      return new Reply(response.statusCode(), response.body(), tag);
    } catch (ConnectException nobody) {
      throw new IOException(
          "nobody answers at "
              + url
              + ". Start a server with \"attune serve\", or name one by --url",
          nobody);
    }
  }

  /** {@code {"author": …, "message": …}} without what is not given. */
  static String signature(@Nullable String author, @Nullable String message) {
    var signature = JSON.createObjectNode();
    if (author != null) signature.put("author", author);
    if (message != null) signature.put("message", message);
    return signature.toString();
  }

  static String query(String name, @Nullable String value) {
    return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
  }
}
