package dev.attune.api.cli;

import dev.attune.api.bench.FaultsBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code attune bench faults}: decisions while Redis is stopped and killed. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Asks for half of the capacity while Redis is stopped (SIGSTOP) and killed.",
      "Fresh again is counted from the moment Redis goes on, or was killed."
    })
public final class BenchFaultsCommand extends Measuring {
  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "length of each fault (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--people",
      defaultValue = "1000",
      description = "people to decide for, in turn (default: ${DEFAULT-VALUE})")
  private int people;

  @Override
  String measure(Path folder, PrintWriter progress) throws IOException, InterruptedException {
    return new FaultsBench(Duration.ofSeconds(seconds), people, Clock.systemUTC(), progress)
        .run(folder);
  }
}
