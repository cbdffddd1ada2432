package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is no good is refused in the caller's terms, and leaves nothing behind. */
class BadInputIT {
  private final RunningServer server = RunningServer.shared();

  @TestFactory
  Stream<DynamicTest> is_refused() throws IOException {
    return cases().stream()
        .map(each -> dynamicTest(each.get("name").toString(), () -> check(each)));
  }

  private void check(Map<String, Object> given) {
    Answer answer = server.send(request(given));

    assertThat(answer.status()).as(answer.text()).isEqualTo(given.get("status"));
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.text()).doesNotContain("dev.attune").doesNotContain("Exception");
    if (given.containsKey("pointer")) {
      assertThat(answer.body().path("errors").findValuesAsText("pointer"))
          .as(answer.text())
          .contains((String) given.get("pointer"));
    }
    if (given.containsKey("says")) {
      assertThat(details(answer)).contains((String) given.get("says"));
    }
  }

  @Test
  void leaves_nothing_behind() throws IOException {
    for (Map<String, Object> each : cases()) server.send(request(each));

    assertThat(server.get("/v1/people/bad-input").status()).isEqualTo(404);
  }

  private static String details(Answer answer) {
    StringBuilder details = new StringBuilder();
    for (JsonNode detail : answer.body().findValues("detail")) {
      details.append(detail.asText()).append('\n');
    }
    return details.toString();
  }

  private HttpRequest request(Map<String, Object> given) {
    String[] to = given.get("to").toString().split(" ", 2);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.address() + repeated(given, to[1])))
            .method(to[0], BodyPublishers.ofByteArray(body(given)))
            .header("Authorization", "Bearer " + RunningServer.SERVER_KEY);
    if (given.containsKey("coding"))
      request.header("Content-Encoding", given.get("coding").toString());
    if (given.containsKey("type")) request.header("Content-Type", given.get("type").toString());
    return request.build();
  }

  private static byte[] body(Map<String, Object> given) {
    if (given.containsKey("bytes")) {
      return HexFormat.of().parseHex(given.get("bytes").toString());
    }
    String body = String.valueOf(given.getOrDefault("body", ""));
    return repeated(given, body).getBytes(StandardCharsets.UTF_8);
  }

  private static String repeated(Map<String, Object> given, String text) {
    if (!(given.get("repeat") instanceof Map<?, ?> repeat)) return text;
    String part = repeat.get("text").toString();
    return text.replace("REPEAT", part.repeat((Integer) repeat.get("times")));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> cases() throws IOException {
    try (InputStream yaml = BadInputIT.class.getResourceAsStream("/http/bad-input.yaml")) {
      Load load = new Load(LoadSettings.builder().build());
      return (List<Map<String, Object>>) load.loadFromInputStream(yaml);
    }
  }
}
