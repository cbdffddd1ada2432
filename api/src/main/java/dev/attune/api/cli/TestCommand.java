package dev.attune.api.cli;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.Coverage;
import dev.attune.engine.scenario.Coverage.RuleCoverage;
import dev.attune.engine.scenario.Mismatch;
import dev.attune.engine.scenario.ScenarioResult;
import dev.attune.engine.scenario.ScenarioRunner;
import dev.attune.engine.scenario.Scenarios;
import dev.attune.engine.text.Place;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds rules and runs their scenarios through the real engine. */
@Command(
    name = "test",
    description = "Runs the scenarios of a rules folder.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
  @Mixin private RulesArgument rules = new RulesArgument();

  @Option(
      names = "--coverage",
      description = "also say which rules and conditions no scenario proves")
  private boolean coverage;

  @Option(
      names = "--ceiling",
      description = "also list the distinct results of each placement that declares a ceiling")
  private boolean ceiling;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".attune",
      description = "where built rules are kept (default: .attune)")
  private Path data = Path.of(".attune");

  @Spec private CommandSpec spec;

  /** 0 when every scenario passes, 1 otherwise. */
  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Content> content = rules.read(out);
    if (content.isEmpty()) return 1;
    Scenarios scenarios = rules.scenarios(content.get(), out);
    CompileResult result = ReleaseCompiler.ofFolder(data.resolve("built")).compile(content.get());
    rules.print(result.diagnostics(), out);
    if (!(result instanceof Compiled compiled)) return 1;
    boolean passed = run(scenarios, compiled.release(), out);
    if (ceiling) passed &= new CeilingReport(compiled.release(), out).print(rules);
    return passed && scenarios.diagnostics().isEmpty() ? 0 : 1;
  }

  private boolean run(Scenarios scenarios, Release release, PrintWriter out) {
    Coverage noted = coverage ? Coverage.noting() : Coverage.NONE;
    List<ScenarioResult> results = new ScenarioRunner(release, noted).run(scenarios.all());
    List<ScenarioResult> failed = results.stream().filter(each -> !each.passed()).toList();
    failed.forEach(each -> print(each, out));
    if (coverage) noted.byRule().forEach(each -> print(each, out));
    out.printf("%d scenarios, %d failed%n", results.size(), failed.size());
    return failed.isEmpty();
  }

  private static void print(ScenarioResult result, PrintWriter out) {
    out.printf("%s: %s%n", result.scenario().place(), result.scenario().name());
    for (Mismatch mismatch : result.mismatches()) {
      out.printf("  expected: %s%n", mismatch.expected());
      out.printf("  actual:   %s%n", mismatch.actual());
      mismatch.why().lines().forEach(line -> out.printf("  why:      %s%n", line));
    }
  }

  private static void print(RuleCoverage rule, PrintWriter out) {
    String proof = rule.isCovered() ? "proven" : rule.fired() == 0 ? "never fires" : "never silent";
    out.printf(
        "%-12s fires %3d, silent %3d  %s: %s%n",
        proof, rule.fired(), rule.silent(), rule.rule().place(), rule.rule().name());
    for (Place place : rule.heldOnly())
      out.printf("             no scenario is stopped by the condition at %s%n", place);
  }
}
