package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.api.demo.DemoLoad;
import dev.attune.api.demo.DemoPeople;
import dev.attune.api.demo.DemoPerson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleHealthIT {
  private static final List<String> PLACEMENTS =
      List.of(
          "onboarding.templates",
          "onboarding.checklist",
          "home.grid",
          "home.banner",
          "editor.sidebar",
          "editor.tour",
          "email",
          "crm.worklist");

  @Test
  void the_sample_rules_are_healthy_over_the_demo() throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(Map.of("demo", "true"))) {
      List<DemoPerson> people = DemoPeople.at(Instant.now());
      new DemoLoad(server.address(), RunningServer.SERVER_KEY).send(people, Instant.now());
      for (int visit = 0; visit < 4; visit++) {
        for (int i = 0; i < people.size(); i++) decide(server, people.get(i).id(), visit + i);
      }

      Answer health = server.get("/v1/health/rules");

      assertThat(health.body().path("asked").asLong()).isGreaterThan(4_000);
      assertThat(said(health)).isEmpty();
    }
  }

  @Test
  void renaming_an_event_in_the_stream_raises_the_alarm_within_1000_decisions() {
    try (RunningServer server = RunningServer.start(Map.of())) {
      String run = UUID.randomUUID().toString();
      for (int i = 0; i < 400; i++) visit(server, run, i, "document.edited");

      for (int i = 400; i < 1_300; i++) visit(server, run, i, "doc.edited");

      Answer health = server.get("/v1/health/rules");
      assertThat(said(health)).contains("suddenly-silent recent documents");
      assertThat(health.text()).contains("apps send \\\"doc.edited\\\"");
    }
  }

  private static void visit(RunningServer server, String run, int number, String event) {
    String person = run + number % 50;
    String message =
        RunningServer.json(
            Map.of("userId", person, "event", event, "messageId", run + "-" + number));
    assertThat(server.post("/v1/track", message).status()).isEqualTo(200);
    decide(server, person, number);
  }

  /** Every placement, each of them first in its turn, on one device after the other. */
  private static void decide(RunningServer server, String person, int visit) {
    List<Map<String, Object>> placements = new ArrayList<>();
    for (int i = 0; i < PLACEMENTS.size(); i++)
      placements.add(Map.of("id", PLACEMENTS.get((i + visit) % PLACEMENTS.size())));
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("userId", person);
    request.put("placements", placements);
    String device = visit % 3 == 0 ? "mobile" : "desktop";
    request.put("context", Map.of("page", "editor", "device", device, "focus", visit % 11 == 0));
    Answer answer = server.post("/v1/decisions", RunningServer.json(request));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static List<String> said(Answer health) {
    List<String> said = new ArrayList<>();
    for (JsonNode each : health.body().path("findings"))
      said.add(each.path("label").asText() + " " + each.path("subject").asText());
    return said;
  }
}
