package dev.attune.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.rule.Content;
import dev.attune.engine.scenario.Step.Decides;
import dev.attune.engine.scenario.Step.Happens;
import dev.attune.engine.text.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final Content CONTENT = RulesFixture.content();

  @Test
  void the_rules_own_scenarios_can_be_read() {
    Scenarios scenarios = Scenarios.read(RulesFixture.FOLDER, CONTENT);

    assertThat(scenarios.diagnostics()).isEmpty();
    assertThat(scenarios.all()).hasSizeGreaterThan(50);
  }

  @Test
  void what_a_scenario_gives_is_laid_over_the_person() {
    Scenario scenario = only("laid-over.yaml");

    assertThat(scenario.given().profile()).containsEntry("role", Optional.of("student"));
    assertThat(scenario.given().profile()).containsEntry("plan", Optional.of("free"));
    assertThat(scenario.given().activity()).containsOnlyKeys("document.created", "draft.edited");
    assertThat(scenario.start()).isEqualTo(Instant.parse("2026-03-10T22:30:00Z"));
    Decides step = (Decides) scenario.steps().get(0);
    assertThat(step.expected().decides()).isEmpty();
    assertThat(step.expected().suppresses())
        .isEqualTo(Map.of("try-tone-suggestions", ReasonCode.CAPPED));
  }

  @Test
  void each_row_of_a_table_is_a_scenario() {
    List<Scenario> rows = read("table.yaml").all();

    assertThat(rows).extracting(Scenario::name).containsExactly("offers (1)", "offers (2)");
    assertThat(rows.get(1).given().profile()).containsEntry("plan", Optional.of("team"));
    assertThat(rows.get(1).given().activity()).containsOnlyKeys("document.created");
    assertThat(rows.get(0).place().line()).isLessThan(rows.get(1).place().line());
  }

  @Test
  void a_timeline_is_told_in_order_of_time() {
    Scenario scenario = only("timeline.yaml");

    assertThat(scenario.steps())
        .extracting(Step::at)
        .isSorted()
        .hasSize(7)
        .contains(Instant.parse("2026-03-10T08:00:00Z"));
    assertThat(scenario.steps()).filteredOn(Happens.class::isInstance).hasSize(4);
    assertThat(scenario.shows()).isEqualTo(Map.of("try-tone-suggestions", 2));
  }

  @Test
  void every_mistake_is_told_at_its_place_with_the_nearest_name() {
    assertThat(read("mistakes.yaml").diagnostics())
        .extracting(Diagnostic::toString)
        .containsExactlyElementsOf(lines("mistakes.expected"));
  }

  @Test
  void a_moment_no_clock_shows_is_a_mistake() {
    String text = "now: +999999999-12-31T23:59:59Z\npeople: {}\nscenarios: []\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(Scenarios.read(Map.of("features/scenarios.yaml", bytes), CONTENT).diagnostics())
        .extracting(Diagnostic::toString)
        .contains(
            "features/scenarios.yaml:1:6: \"now\" is to be a moment such as 2026-03-10T10:00:00Z");
  }

  @Test
  void nobody_did_anything_two_thousand_million_times() {
    String text =
        """
        people:
          ana:
            activity:
              document.edited: 2147483647
              document.created: { daysSinceLast: 10001 }
            shown: { try-comments: 2147483647 }
        scenarios: []
        """;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(Scenarios.read(Map.of("features/scenarios.yaml", bytes), CONTENT).diagnostics())
        .extracting(Diagnostic::toString)
        .contains(
            "features/scenarios.yaml:4:24: \"document.edited\" is to be at most 10000",
            "features/scenarios.yaml:5:42: \"daysSinceLast\" is to be at most 10000",
            "features/scenarios.yaml:6:28: \"try-comments\" is to be at most 10000");
  }

  private static Scenario only(String file) {
    Scenarios scenarios = read(file);
    assertThat(scenarios.diagnostics()).isEmpty();
    return scenarios.all().get(0);
  }

  private static Scenarios read(String file) {
    byte[] bytes = text(file).getBytes(StandardCharsets.UTF_8);
    return Scenarios.read(Map.of("features/scenarios.yaml", bytes), CONTENT);
  }

  private static List<String> lines(String file) {
    return text(file).lines().toList();
  }

  private static String text(String file) {
    try (InputStream in = ScenariosTest.class.getResourceAsStream("/scenario/" + file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
