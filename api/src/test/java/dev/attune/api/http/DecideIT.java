package dev.attune.api.http;

import static dev.attune.api.RunningServer.CLIENT_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecideIT {
  private final RunningServer server = RunningServer.shared();
  private final String person = "decide-" + UUID.randomUUID();

  @Test
  void what_a_person_did_shows_in_the_next_decision() {
    Answer before = decide(false);
    track("document.edited", 3);

    Answer after = decide(false);

    assertThat(actions(before)).doesNotContain("recent-documents");
    assertThat(actions(after)).contains("recent-documents");
    assertThat(after.at("/state")).isEqualTo("fresh");
  }

  @Test
  void an_explained_decision_names_rules_and_the_facts_they_matched() {
    track("document.edited", 3);

    Answer explained = decide(true);

    JsonNode matched = explained.body().path("matched");
    assertThat(matched.findValuesAsText("name")).contains("recent documents");
    assertThat(matched.findValuesAsText("fact")).contains("Activity");
  }

  /** What an explanation shows is facts, and a page's key is everybody's. */
  @Test
  void a_page_is_told_what_to_show_and_not_what_is_known() {
    String visitor =
        server.send("POST", "/v1/anonymous", null, CLIENT_KEY, Map.of()).at("/anonymousId");

    Answer explained = decideFor(visitor, true);
    Answer plain = decideFor(visitor, false);

    assertThat(explained.status()).isEqualTo(403);
    assertThat(plain.status()).isEqualTo(200);
  }

  private Answer decideFor(String visitor, boolean explain) {
    String body =
        RunningServer.json(
            Map.of(
                "anonymousId",
                visitor,
                "placements",
                List.of(Map.of("id", "home.grid")),
                "explain",
                explain));
    return server.send("POST", "/v1/decisions", body, CLIENT_KEY, Map.of());
  }

  @Test
  void a_decision_can_be_read_and_explained_afterwards() {
    track("document.edited", 3);
    String id = decide(false).at("/decisionId");

    Answer made = server.get("/v1/decisions/" + id);
    Answer why = server.get("/v1/decisions/" + id + "/why");
    Answer list = server.get("/v1/people/" + person + "/decisions");

    assertThat(made.at("/facts/userId")).isEqualTo(person);
    assertThat(why.body().path("agrees").asBoolean()).isTrue();
    assertThat(list.at("/decisions/0/decisionId")).isEqualTo(id);
  }

  @Test
  void a_report_counts_once() {
    track("document.edited", 3);
    Answer decision = decide(false);
    String report =
        RunningServer.json(
            Map.of(
                "decisionId", decision.at("/decisionId"),
                "action", decision.at("/placements/0/choices/0/action"),
                "type", "accepted"));

    Answer first = server.post("/v1/outcomes", report);
    Answer second = server.post("/v1/outcomes", report);

    assertThat(first.at("/receipt")).isEqualTo("counted");
    assertThat(second.at("/receipt")).isEqualTo("already-counted");
  }

  @Test
  void a_report_on_nothing_is_not_found() {
    Answer answer =
        server.post("/v1/exposures", "{\"decisionId\": \"unheard-of\", \"action\": \"x\"}");

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void a_dry_run_leaves_no_record() {
    Answer decision =
        server.post(
            "/v1/decisions",
            RunningServer.json(
                Map.of(
                    "userId",
                    person,
                    "placements",
                    List.of(Map.of("id", "home.grid")),
                    "dryRun",
                    true)));

    assertThat(server.get("/v1/decisions/" + decision.at("/decisionId")).status()).isEqualTo(404);
  }

  private Answer decide(boolean explain) {
    Answer answer =
        server.post(
            "/v1/decisions",
            RunningServer.json(
                Map.of(
                    "userId",
                    person,
                    "placements",
                    List.of(Map.of("id", "home.grid")),
                    "context",
                    Map.of("device", "desktop"),
                    "explain",
                    explain)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static List<String> actions(Answer decision) {
    return decision.body().at("/placements/0/choices").findValuesAsText("action");
  }

  private void track(String event, int times) {
    for (int i = 0; i < times; i++) {
      String message =
          RunningServer.json(
              Map.of("userId", person, "event", event, "messageId", person + event + i));
      assertThat(server.post("/v1/track", message).status()).isEqualTo(200);
    }
  }
}
