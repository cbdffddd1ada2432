package dev.attune.api.cli;

import dev.attune.api.bench.OverloadBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code attune bench overload}: asks for more than the server can do. */
@Command(
    name = "overload",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the capacity, then asks for several times as much and for half of it.",
      "Good is a decision with 200, refused a 503 or 429, untold one without Retry-After."
    })
public final class BenchOverloadCommand extends Measuring {
  @Option(
      names = "--times",
      split = ",",
      defaultValue = "3,10",
      paramLabel = "N",
      description = "how many times the capacity to ask for (default: ${DEFAULT-VALUE})")
  private List<Integer> times = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "length of one load (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--connections",
      defaultValue = "1000",
      description = "connections to ask over (default: ${DEFAULT-VALUE})")
  private int connections;

  @Option(
      names = "--people",
      defaultValue = "1000",
      description = "people to decide for, in turn (default: ${DEFAULT-VALUE})")
  private int people;

  @Override
  String measure(Path folder, PrintWriter progress) throws IOException, InterruptedException {
    return new OverloadBench(
            Duration.ofSeconds(seconds), connections, people, times, Clock.systemUTC(), progress)
        .run(folder);
  }
}
