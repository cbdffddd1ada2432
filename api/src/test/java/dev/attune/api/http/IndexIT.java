package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexIT {
  private final RunningServer server = RunningServer.shared();

  @Test
  void everybody_is_told_what_is_here() {
    Answer answer = server.send("GET", "/", null, "", Map.of());

    assertThat(answer.status()).isEqualTo(200);
    Iterator<String> links = answer.body().path("links").fieldNames();
    assertThat(links).toIterable().contains("/openapi.yaml", "/health/ready", "/onboarding");
    answer
        .body()
        .path("links")
        .fieldNames()
        .forEachRemaining(path -> assertThat(server.get(path).status()).as(path).isEqualTo(200));
  }

  @Test
  void a_browser_is_shown_a_page() {
    Answer answer = server.send("GET", "/", null, "", Map.of("Accept", "text/html,*/*"));

    assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(answer.text()).contains("<a href=\"/openapi.yaml\">");
  }
}
