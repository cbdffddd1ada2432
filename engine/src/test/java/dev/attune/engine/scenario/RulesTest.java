package dev.attune.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.attune.engine.rule.evaluate.Release;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The repository's rules prove themselves: every scenario is a test of its own. */
class RulesTest {
  private static final Release RELEASE = RulesFixture.release();
  private static final Scenarios SCENARIOS = Scenarios.read(RulesFixture.FOLDER, RELEASE.content());

  @TestFactory
  Stream<DynamicNode> scenarios() {
    ScenarioRunner runner = new ScenarioRunner(RELEASE, Coverage.NONE);
    Map<String, List<Scenario>> byFile = new LinkedHashMap<>();
    for (Scenario scenario : SCENARIOS.all())
      byFile.merge(scenario.place().file(), List.of(scenario), RulesTest::both);
    return byFile.entrySet().stream()
        .map(
            file ->
                dynamicContainer(
                    file.getKey(),
                    file.getValue().stream().map(scenario -> test(scenario, runner))));
  }

  private static List<Scenario> both(List<Scenario> some, List<Scenario> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static DynamicNode test(Scenario scenario, ScenarioRunner runner) {
    return dynamicTest(
        scenario.name(), () -> assertThat(runner.run(scenario).mismatches()).isEmpty());
  }

  @Test
  void every_rule_fires_in_one_scenario_and_is_silent_in_another() {
    Coverage coverage = Coverage.noting();
    new ScenarioRunner(RELEASE, coverage).run(SCENARIOS.all());

    assertThat(coverage.byRule()).isNotEmpty();
    assertThat(coverage.byRule())
        .filteredOn(rule -> !rule.isCovered())
        .extracting(rule -> rule.rule().place() + " " + rule.rule().name())
        .isEmpty();
  }
}
