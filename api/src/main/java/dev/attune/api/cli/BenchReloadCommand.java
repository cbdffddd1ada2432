package dev.attune.api.cli;

import dev.attune.api.bench.ReloadBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code attune bench reload}: edits the folder a server watches while it decides. */
@Command(
    name = "reload",
    mixinStandardHelpOptions = true,
    description = {
      "Edits one rule of a folder of fifty that a server watches, again and again: how long until it",
      "decides by the edit, whether any decision fails, and what is left behind in the server."
    })
public final class BenchReloadCommand extends Measuring {
  @Option(
      names = "--reloads",
      defaultValue = "10",
      paramLabel = "N",
      description = "how often to edit (default: ${DEFAULT-VALUE})")
  private int reloads;

  @Option(
      names = "--rate",
      defaultValue = "50",
      paramLabel = "N",
      description = "decisions a second meanwhile (default: ${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--people",
      defaultValue = "200",
      paramLabel = "N",
      description = "people to decide for, in turn (default: ${DEFAULT-VALUE})")
  private int people;

  @Override
  String measure(Path folder, PrintWriter progress) throws IOException, InterruptedException {
    return new ReloadBench(reloads, rate, people, Clock.systemUTC(), progress).run(folder);
  }
}
