package dev.attune.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.Coverage.RuleCoverage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleScenariosTest {
  private static final Path RULES = Path.of("../rules");
  private static final Coverage COVERAGE = Coverage.noting();

  private static Scenarios scenarios;
  private static List<ScenarioResult> results;

  @BeforeAll
  static void run() {
    Content content = ((Reading.Read) ContentReader.read(RULES)).content();
    CompileResult compiled =
        ReleaseCompiler.ofFolder(Path.of("target", "built-rules")).compile(content);
    Release release = ((CompileResult.Compiled) compiled).release();
    scenarios = Scenarios.read(RULES, content);
    results = new ScenarioRunner(release, COVERAGE).run(scenarios.all());
  }

  @Test
  void the_sample_does_what_its_scenarios_say() {
    assertThat(scenarios.diagnostics()).isEmpty();
    assertThat(results).hasSizeGreaterThan(80);
    assertThat(results).flatExtracting(ScenarioResult::mismatches).isEmpty();
  }

  @Test
  void every_rule_fires_in_one_scenario_and_is_silent_in_another() {
    assertThat(COVERAGE.byRule())
        .isNotEmpty()
        .filteredOn(rule -> !rule.isCovered())
        .extracting(RuleCoverage::rule)
        .isEmpty();
  }
}
