package dev.attune.api.cli;

import dev.attune.engine.rule.Content;
import dev.attune.engine.scenario.Scenarios;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads and checks rules without building them. */
@Command(
    name = "lint",
    description = "Says what is wrong with a rules folder, each with file, line and column.",
    mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
  @Mixin private RulesArgument rules = new RulesArgument();
  @Spec private CommandSpec spec;

  /** 0 when there are no errors, 1 otherwise. */
  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Content> content = rules.read(out);
    if (content.isEmpty()) return 1;
    Scenarios scenarios = rules.scenarios(content.get(), out);
    if (!scenarios.diagnostics().isEmpty()) return 1;
    long count =
        content.get().useCases().stream()
            .flatMap(useCase -> useCase.files().stream())
            .mapToLong(file -> file.rules().size())
            .sum();
    out.printf(
        "%d rules, %d cards, %d scenarios: no errors%n",
        count, content.get().cards().size(), scenarios.all().size());
    return 0;
  }
}
