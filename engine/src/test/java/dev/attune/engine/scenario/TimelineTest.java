package dev.attune.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Release RELEASE = RulesFixture.release();

  @Test
  void two_months_of_four_people_come_out_as_expected_within_seconds() {
    List<Scenario> lives = read("/scenario/lives.yaml");
    ScenarioRunner runner = new ScenarioRunner(RELEASE, Coverage.NONE);

    long start = System.nanoTime();
    List<ScenarioResult> results = runner.run(lives);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(results).hasSize(4).allSatisfy(result -> assertThat(result.mismatches()).isEmpty());
    assertThat(taken).isLessThan(Duration.ofSeconds(5L * results.size()));
  }

  @Test
  void a_story_that_goes_another_way_is_told_with_its_step_and_its_reason() {
    List<Scenario> stories = read("/scenario/wrong-story.yaml");

    List<Mismatch> mismatches =
        new ScenarioRunner(RELEASE, Coverage.NONE).run(stories.get(0)).mismatches();

    assertThat(mismatches)
        .extracting(one -> one.place().line() + ": " + one.expected() + " / " + one.actual())
        .containsExactly(
            "10: decides try-tone-suggestions / decided nothing",
            "11: tone-tour was decided before / it never was",
            "6: shows {try-tone-suggestions=2} / showed {try-tone-suggestions=1}");
    assertThat(mismatches.get(0).why())
        .startsWith("try-tone-suggestions is COOLING_DOWN: rests until");
  }

  private static List<Scenario> read(String resource) {
    try (InputStream in = TimelineTest.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      Scenarios scenarios =
          Scenarios.read(Map.of("features/scenarios.yaml", bytes), RELEASE.content());
      assertThat(scenarios.diagnostics()).isEmpty();
      return scenarios.all();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
