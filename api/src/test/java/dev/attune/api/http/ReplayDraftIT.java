package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReplayDraftIT {
  private static final String TEMPLATES = "/files/onboarding/templates.drl";
  private static RunningServer server;
  private static DraftAuthor author;

  @BeforeAll
  static void decisions_were_made() {
    server = RunningServer.start(Map.of());
    author = new DraftAuthor(server);
    for (int i = 0; i < 30; i++) {
      server.post(
          "/v1/decisions",
          "{\"userId\": \"person-" + i + "\", \"placements\": [{\"id\": \"home.banner\"}]}");
    }
    server.untilPublished();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void an_unchanged_draft_changes_nothing() {
    Answer replayed = author.send("POST", author.draft() + "/replay", "{\"last\": \"1h\"}");

    assertThat(replayed.status()).isEqualTo(200);
    JsonNode report = replayed.body();
    assertThat(report.at("/decisions/replayed").asInt()).isGreaterThanOrEqualTo(30);
    assertThat(report.at("/decisions/identical")).isEqualTo(report.at("/decisions/replayed"));
    assertThat(report.path("withinLimits").asBoolean()).isTrue();
  }

  @Test
  void a_draft_that_is_wrong_is_refused_at_its_place() {
    String draft = author.draft();
    author.send("PUT", draft + TEMPLATES, "package onboarding\nrule \"x\" when then end\n");

    Answer replayed = author.send("POST", draft + "/replay");

    assertThat(replayed.status()).isEqualTo(422);
    assertThat(replayed.body().at("/diagnostics/0/file").asText())
        .isEqualTo("onboarding/templates.drl");
  }

  @Test
  void what_is_wrong_with_the_wish_is_said() {
    Answer replayed =
        author.send(
            "POST",
            author.draft() + "/replay",
            "{\"last\": \"9d\", \"most\": 0, \"maxChanged\": 5}");

    assertThat(replayed.status()).isEqualTo(400);
    assertThat(replayed.body().findValuesAsText("pointer"))
        .contains("/last", "/most", "/maxChanged");
  }

  @Test
  void a_publish_within_its_limit_goes_through() {
    assertThat(author.send("POST", author.draft() + "/publish?maxChanged=5%25").status())
        .isEqualTo(201);
    assertThat(author.send("POST", author.draft() + "/publish?maxChanged=lots").status())
        .isEqualTo(400);
  }
}
