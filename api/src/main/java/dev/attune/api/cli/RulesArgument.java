package dev.attune.api.cli;

import dev.attune.api.config.Installation;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.scenario.Scenarios;
import dev.attune.engine.text.Diagnostic;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The rules folder a command is about, and what is wrong with it. */
final class RulesArgument {
  @Parameters(
      arity = "0..1",
      paramLabel = "RULES",
      description = "rules folder (default: rules here, or beside attune)")
  private Path folder = Installation.folder("rules");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  Path folder() {
    return folder;
  }

  /** The content when the folder can be read without errors; every diagnostic is printed. */
  Optional<Content> read(PrintWriter out) {
    if (!Files.isDirectory(folder)) {
      throw new ParameterException(
          command.commandLine(),
          folder + ": there is no such folder. Name the rules folder, e.g. rules");
    }
    Reading reading = ContentReader.read(folder);
    print(reading.diagnostics(), out);
    return reading instanceof Read read ? Optional.of(read.content()) : Optional.empty();
  }

  /** The scenarios beside the rules; every diagnostic is printed. */
  Scenarios scenarios(Content content, PrintWriter out) {
    Scenarios scenarios = Scenarios.read(folder, content);
    print(scenarios.diagnostics(), out);
    return scenarios;
  }

  /** One diagnostic on a line, with a path that terminals turn into a link. */
  void print(List<Diagnostic> diagnostics, PrintWriter out) {
    for (Diagnostic each : diagnostics) out.println(folder + "/" + each);
  }
}
