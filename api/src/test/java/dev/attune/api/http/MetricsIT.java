package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of the decisions and of how they are received. */
class MetricsIT {
  private final RunningServer server = RunningServer.shared();
  private final String person = "metrics-" + UUID.randomUUID();

  /** Somebody for whom the rules have a choice. */
  @BeforeEach
  void wantsSomething() {
    Map<String, Object> traits = Map.of("goals", List.of("run_campaigns", "plan_roadmap"));
    String body = RunningServer.json(Map.of("userId", person, "traits", traits));
    assertThat(server.post("/v1/identify", body).status()).isEqualTo(200);
  }

  @Test
  void decisions_are_counted_by_placement_and_state() {
    double before = metric("attune_decisions_total", "home.grid", "fresh");

    decide();

    assertThat(metric("attune_decisions_total", "home.grid", "fresh")).isGreaterThan(before);
  }

  @Test
  void each_report_counts_once_for_the_position_it_is_about() {
    Answer decision = decide();
    String first = decision.at("/placements/0/choices/0/action");
    double before = metric("attune_reception_total", "home.grid", "1", "dismissed");

    report(decision, first, "/v1/exposures", Map.of());
    report(decision, first, "/v1/outcomes", Map.of("type", "dismissed"));
    report(decision, first, "/v1/outcomes", Map.of("type", "dismissed"));

    assertThat(metric("attune_reception_total", "home.grid", "1", "dismissed"))
        .isEqualTo(before + 1);
    assertThat(metric("attune_reception_total", "home.grid", "1", "exposed")).isPositive();
  }

  @Test
  void nobody_is_named() {
    decide();

    assertThat(server.get("/metrics").text()).doesNotContain(person);
  }

  private Answer decide() {
    Answer answer =
        server.post(
            "/v1/decisions",
            RunningServer.json(
                Map.of("userId", person, "placements", List.of(Map.of("id", "home.grid")))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private void report(Answer decision, String action, String to, Map<String, String> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("decisionId", decision.at("/decisionId"));
    body.put("action", action);
    assertThat(server.post(to, RunningServer.json(body)).text()).contains("counted");
  }

  /** The value of the line that has all these labels; 0 when there is none. */
  private double metric(String name, String... labels) {
    StringBuilder line = new StringBuilder(name).append("\\{");
    for (String label : labels)
      line.append("(?=[^}]*=\"").append(Pattern.quote(label)).append("\")");
    Matcher found =
        Pattern.compile(line + "[^}]*\\} ([0-9.E]+)").matcher(server.get("/metrics").text());
    double sum = 0;
    while (found.find()) sum += Double.parseDouble(found.group(1));
    return sum;
  }
}
