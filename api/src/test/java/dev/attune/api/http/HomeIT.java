package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A home grid that follows its person, as an app sees it. */
class HomeIT {
  private final RunningServer server = RunningServer.shared();
  private final String person = "home-" + UUID.randomUUID();
  private final String path = "/v1/people/" + person;

  /** Somebody for whom the rules propose more modules than the grid has places. */
  @BeforeEach
  void wantsMuchAndDoesMuch() {
    List<Map<String, Object>> batch = new ArrayList<>();
    batch.add(
        Map.of(
            "type",
            "identify",
            "userId",
            person,
            "messageId",
            UUID.randomUUID().toString(),
            "traits",
            Map.of(
                "goals",
                List.of("run_campaigns", "plan_roadmap", "create_content", "integrate_tools"),
                "signedUpAt",
                "2026-01-01")));
    for (int i = 0; i < 12; i++) batch.add(track("document.edited"));
    for (int i = 0; i < 4; i++) batch.add(track("document.shared"));
    batch.add(track("teammate.joined"));
    Answer answer = server.post("/v1/batch", RunningServer.json(Map.of("batch", batch)));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private Map<String, Object> track(String event) {
    return Map.of(
        "type",
        "track",
        "userId",
        person,
        "event",
        event,
        "messageId",
        UUID.randomUUID().toString());
  }

  private Answer decide(Map<String, Object> placement) {
    Answer answer =
        server.post(
            "/v1/decisions",
            RunningServer.json(Map.of("userId", person, "placements", List.of(placement))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private Answer decide() {
    return decide(Map.of("id", "home.grid"));
  }

  private static List<String> actions(Answer decision) {
    return decision.body().at("/placements/0/choices").findValuesAsText("action");
  }

  private void arrange(Map<String, Object> arrangement) {
    Answer answer = put("home.grid", arrangement);
    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
  }

  private Answer put(String placement, Map<String, Object> arrangement) {
    return server.send(
        "PUT",
        path + "/placements/" + placement,
        RunningServer.json(arrangement),
        RunningServer.SERVER_KEY,
        Map.of());
  }

  @Test
  void pins_stand_first_and_what_is_hidden_is_gone_until_it_is_taken_back() {
    String last = actions(decide()).get(5);
    String first = actions(decide()).get(0);

    arrange(Map.of("pinned", List.of(last), "hidden", List.of(first)));

    assertThat(actions(decide())).startsWith(last).doesNotContain(first);
    arrange(Map.of());
    assertThat(actions(decide())).contains(first);
  }

  @Test
  void an_arrangement_is_read_exported_and_erased_with_the_person() {
    arrange(Map.of("pinned", List.of("roadmap-board"), "hidden", List.of("weekly-tip")));

    for (Answer kept : List.of(server.get(path), server.get(path + "/export"))) {
      assertThat(kept.at("/placements/0/id")).isEqualTo("home.grid");
      assertThat(kept.at("/placements/0/pinned/0")).isEqualTo("roadmap-board");
      assertThat(kept.at("/placements/0/hidden/0")).isEqualTo("weekly-tip");
    }
    server.send("DELETE", path, null, RunningServer.SERVER_KEY, Map.of());
    assertThat(server.get(path).status()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_arranged_is_refused_at_its_place() {
    Answer unknown = put("home.grid", Map.of("pinned", List.of("roadmap-bord")));
    Answer both =
        put("home.grid", Map.of("pinned", List.of("reports"), "hidden", List.of("reports")));
    Answer interrupting = put("home.banner", Map.of("pinned", List.of("trial-ending")));

    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text()).contains("/pinned/0", "Maybe \\\"roadmap-board\\\"?");
    assertThat(both.text()).contains("/pinned/0", "is hidden, too");
    assertThat(interrupting.text()).contains("nothing is pinned where a choice interrupts");
    assertThat(put("home.gird", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void only_what_the_app_has_available_is_chosen() {
    Map<String, Object> asked =
        Map.of("id", "home.grid", "available", List.of("roadmap-board", "of-the-app-alone"));

    assertThat(actions(decide(asked))).containsExactly("roadmap-board");
    assertThat(actions(decide(Map.of("id", "home.grid", "available", List.of())))).isEmpty();
  }

  @Test
  void a_draw_says_its_probability_in_the_answer_in_the_record_and_in_the_explanation() {
    Answer decision = decide();
    String id = decision.at("/decisionId");
    JsonNode drawn = drawn(decision.body().at("/placements/0/choices"));

    JsonNode recorded = drawn(server.get("/v1/decisions/" + id).body().path("chosen"));
    Answer why = server.get("/v1/decisions/" + id + "/why");

    assertThat(drawn.at("/exploration/probability").asDouble()).isBetween(0.05, 0.5);
    assertThat(recorded.path("exploration")).isEqualTo(drawn.path("exploration"));
    assertThat(drawn(why.body().path("chosen")).path("action")).isEqualTo(drawn.path("action"));
    assertThat(why.body().path("agrees").asBoolean()).isTrue();
  }

  private static JsonNode drawn(JsonNode choices) {
    for (JsonNode choice : choices) {
      if (choice.has("exploration")) return choice;
    }
    throw new AssertionError("nothing was drawn: " + choices);
  }

  @Test
  void much_use_moves_a_module_up_two_places_a_visit_and_its_record_comes_to_the_same() {
    List<String> before = actions(decide());
    List<Map<String, Object>> batch = new ArrayList<>();
    for (int i = 0; i < 40; i++) batch.add(track("document.imported"));
    server.post("/v1/batch", RunningServer.json(Map.of("batch", batch)));

    Answer decision = decide();

    assertThat(moved(before, actions(decision))).isLessThanOrEqualTo(2);
    Answer why = server.get("/v1/decisions/" + decision.at("/decisionId") + "/why");
    assertThat(why.body().path("agrees").asBoolean()).isTrue();
    Set<String> parts = new TreeSet<>();
    why.body().at("/chosen/0/parts").fieldNames().forEachRemaining(parts::add);
    assertThat(parts).contains("affinity");
  }

  private static int moved(List<String> before, List<String> after) {
    int moved = 0;
    for (int i = 0; i < after.size(); i++) {
      if (!before.get(i).equals(after.get(i))) moved++;
    }
    return moved;
  }
}
