package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sales representative's list: one row for each lead, each with a life of its own. */
class WorkListIT {
  private final RunningServer server = RunningServer.shared();
  private final String rep = "rep-" + UUID.randomUUID();

  @BeforeEach
  void two_leads_come_in() {
    server.post(
        "/v1/identify",
        RunningServer.json(Map.of("userId", rep, "traits", Map.of("role", "sales"))));
    lead("l-1", "Halden Tools");
    lead("l-2", "Orchard Clinic");
  }

  @Test
  void each_lead_is_a_row_that_names_its_item() {
    assertThat(items(decide())).containsExactly("lead/l-1", "lead/l-2");
  }

  @Test
  void a_lead_that_is_skipped_leaves_the_list_and_the_other_stays() {
    Answer list = decide();

    assertThat(outcome(list, "lead/l-1", "dismissed").at("/receipt")).isEqualTo("counted");
    assertThat(outcome(list, "lead/l-1", "dismissed").at("/receipt")).isEqualTo("already-counted");

    Answer next = decide();
    assertThat(items(next)).containsExactly("lead/l-2");
    assertThat(next.at("/suppressed/0/item")).isEqualTo("lead/l-1");
    assertThat(next.at("/suppressed/0/reason")).isEqualTo("COOLING_DOWN");
    Answer person = server.get("/v1/people/" + rep);
    assertThat(person.at("/actions/0/action")).isEqualTo("call-new-lead");
    assertThat(person.at("/actions/0/item")).isEqualTo("lead/l-1");
  }

  @Test
  void a_report_that_names_no_row_or_another_one_is_refused() {
    Answer list = decide();

    Answer none = outcome(list, null, "accepted");
    Answer other = outcome(list, "lead/l-9", "accepted");

    assertThat(none.status()).isEqualTo(400);
    assertThat(none.text()).contains("/item");
    assertThat(other.status()).isEqualTo(409);
  }

  @Test
  void a_row_decided_otherwise_rests_and_the_reason_is_the_persons() {
    Answer list = decide();

    Answer given = override(list, "They buy through a partner");
    Answer again = override(list, "Said twice");
    Answer bare = outcome(list, "lead/l-2", "overridden");

    assertThat(given.at("/receipt")).isEqualTo("counted");
    assertThat(again.at("/receipt")).isEqualTo("already-counted");
    assertThat(bare.status()).isEqualTo(400);
    assertThat(bare.text()).contains("/reason");
    assertThat(items(decide())).containsExactly("lead/l-2");
    Answer export = server.get("/v1/people/" + rep + "/export");
    assertThat(export.body().path("outcomes")).hasSize(1);
    assertThat(export.at("/outcomes/0/decisionId")).isEqualTo(list.at("/decisionId"));
    assertThat(export.at("/outcomes/0/item")).isEqualTo("lead/l-1");
    assertThat(export.at("/outcomes/0/type")).isEqualTo("overridden");
    assertThat(export.at("/outcomes/0/reason")).isEqualTo("They buy through a partner");
  }

  private Answer override(Answer decision, String reason) {
    return server.post(
        "/v1/outcomes",
        RunningServer.json(
            Map.of(
                "decisionId", decision.at("/decisionId"),
                "action", "call-new-lead",
                "item", "lead/l-1",
                "type", "overridden",
                "reason", reason)));
  }

  @Test
  void why_is_told_of_one_row() {
    outcome(decide(), "lead/l-1", "dismissed");
    String path = "/v1/decisions/" + decide().at("/decisionId") + "/why?action=call-new-lead";

    Answer skipped = server.get(path + "&item=lead%2Fl-1");
    Answer both = server.get(path);

    assertThat(skipped.body().path("chosen")).isEmpty();
    assertThat(skipped.at("/notChosen/0/item")).isEqualTo("lead/l-1");
    assertThat(skipped.at("/notChosen/0/reason")).isEqualTo("COOLING_DOWN");
    assertThat(skipped.at("/flip/changes/0/fact")).isEqualTo("call-new-lead lead/l-1");
    assertThat(skipped.body().path("agrees").asBoolean()).isTrue();
    assertThat(both.at("/chosen/0/item")).isEqualTo("lead/l-2");
    assertThat(both.at("/notChosen/0/item")).isEqualTo("lead/l-1");
  }

  private void lead(String id, String company) {
    String event =
        RunningServer.json(
            Map.of(
                "userId",
                rep,
                "event",
                "lead.assigned",
                "messageId",
                rep + id,
                "properties",
                Map.of("leadId", id, "company", company)));
    assertThat(server.post("/v1/track", event).status()).isEqualTo(200);
  }

  private Answer decide() {
    return server.post(
        "/v1/decisions",
        RunningServer.json(
            Map.of("userId", rep, "placements", List.of(Map.of("id", "crm.worklist")))));
  }

  private Answer outcome(Answer decision, String item, String type) {
    Map<String, Object> report = new HashMap<>();
    report.put("decisionId", decision.at("/decisionId"));
    report.put("action", "call-new-lead");
    report.put("type", type);
    if (item != null) report.put("item", item);
    return server.post("/v1/outcomes", RunningServer.json(report));
  }

  private static List<String> items(Answer decision) {
    return decision.body().at("/placements/0/choices").findValuesAsText("item");
  }
}
