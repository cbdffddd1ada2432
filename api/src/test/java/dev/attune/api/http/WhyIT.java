package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhyIT {
  private final RunningServer server = RunningServer.shared();
  private final String person = "why-" + UUID.randomUUID();

  @Test
  void a_loser_is_told_with_the_line_the_value_and_what_would_have_turned_it() {
    String decision = decide();

    Answer why = why(decision, "recent-documents");

    JsonNode lost = why.body().at("/notChosen/0");
    assertThat(lost.path("reason").asText()).isEqualTo("NOT_ELIGIBLE");
    assertThat(lost.at("/gate/place").asText()).matches("home/modules\\.drl:[0-9]+:[0-9]+");
    assertThat(lost.at("/gate/needed").asText()).isNotEmpty();
    assertThat(lost.at("/misses/0/rule/intent").asText()).isNotEmpty();
    assertThat(why.at("/flipSearch")).isEqualTo("complete");
    assertThat(why.at("/flip/changes/0/fact")).isEqualTo("document.edited");
    assertThat(why.at("/flip/changes/0/from")).isEqualTo("never");
  }

  @Test
  void a_winner_is_told_with_its_rule_its_facts_and_what_would_have_stopped_it() {
    edit();
    String decision = decide();

    Answer why = why(decision, "recent-documents");

    JsonNode won = why.body().at("/chosen/0");
    assertThat(won.at("/rule/intent").asText()).isNotEmpty();
    assertThat(won.path("facts").findValuesAsText("fact")).contains("Activity document.edited");
    assertThat(why.body().at("/flip/changes")).hasSize(1);
  }

  @Test
  void without_an_action_every_action_of_the_placement_is_told() {
    Answer why = server.get("/v1/decisions/" + decide() + "/why");

    assertThat(why.body().path("notChosen").size() + why.body().path("chosen").size())
        .isGreaterThan(5);
    assertThat(why.body().has("flip")).isFalse();
  }

  @Test
  void an_action_of_another_placement_is_told_where_it_stands() {
    Answer why = why(decide(), "try-tone-suggestions");

    assertThat(why.at("/notChosen/0/detail"))
        .isEqualTo("it stands in editor.sidebar, and the app asked for home.grid");
    assertThat(why.body().path("flip").isNull()).isTrue();
  }

  @Test
  void an_unknown_action_is_not_found_and_the_nearest_name_is_said() {
    Answer why = why(decide(), "recent-document");

    assertThat(why.status()).isEqualTo(404);
    assertThat(why.at("/detail")).contains("Maybe \"recent-documents\"?");
  }

  @Test
  void an_unknown_decision_is_not_found() {
    assertThat(server.get("/v1/decisions/unheard-of/why").status()).isEqualTo(404);
  }

  @Test
  void a_fact_that_consent_keeps_from_the_rules_is_no_silent_zero() {
    edit();
    server.send(
        "PUT",
        "/v1/people/" + person + "/consent",
        "{\"purposes\": {\"personalisation\": false}}",
        RunningServer.SERVER_KEY,
        Map.of());

    Answer why = why(decide(), "recent-documents");

    assertThat(why.at("/notChosen/0/detail"))
        .endsWith("; rules see nothing of it without consent to personalisation");
  }

  /** RELIABILITY: an author meets masked people and no raw personal data. */
  @Test
  void an_author_is_told_the_rule_and_nothing_of_what_is_the_persons_own() {
    leaveDraft("d-canary", "canary title");
    String path = "/v1/decisions/" + decide() + "/why?action=resume-draft";

    Answer author = server.send("GET", path, null, RunningServer.AUTHOR_KEY, Map.of());
    Answer product = server.get(path);

    assertThat(product.at("/chosen/0/because")).isEqualTo("left the draft canary title open");
    assertThat(author.at("/chosen/0/because")).isEqualTo("left the draft {title} open");
    assertThat(author.at("/chosen/0/rule/name")).isEqualTo("resume a recent draft");
    assertThat(author.body().path("chosen").findValuesAsText("value")).contains("(not told)");
    assertThat(author.text()).doesNotContain("canary");
  }

  private void leaveDraft(String id, String title) {
    String event =
        RunningServer.json(
            Map.of(
                "userId",
                person,
                "event",
                "draft.created",
                "timestamp",
                Instant.now().minus(Duration.ofDays(2)).toString(),
                "properties",
                Map.of("draftId", id, "title", title)));
    assertThat(server.post("/v1/track", event).status()).isEqualTo(200);
  }

  private Answer why(String decision, String action) {
    return server.get("/v1/decisions/" + decision + "/why?action=" + action);
  }

  private String decide() {
    Answer answer =
        server.post(
            "/v1/decisions",
            RunningServer.json(
                Map.of("userId", person, "placements", List.of(Map.of("id", "home.grid")))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.at("/decisionId");
  }

  private void edit() {
    for (int i = 0; i < 3; i++) {
      String message =
          RunningServer.json(
              Map.of("userId", person, "event", "document.edited", "messageId", person + i));
      assertThat(server.post("/v1/track", message).status()).isEqualTo(200);
    }
  }
}
