package dev.attune.api.cli;

import dev.attune.api.bench.OverloadBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune bench overload}: asks for more than the server can do. */
@Command(
    name = "overload",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the capacity, then asks for several times as much and for half of it.",
      "Good is a decision with 200, refused a 503 or 429, untold one without Retry-After."
    })
public final class BenchOverloadCommand implements Callable<Integer> {
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("attune-overload");
      OverloadBench bench =
          new OverloadBench(
              Duration.ofSeconds(seconds),
              connections,
              people,
              times,
              Clock.systemUTC(),
              spec.commandLine().getErr());
      spec.commandLine().getOut().print(bench.run(folder));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException failed) {
      spec.commandLine().getErr().println("the benchmark failed: " + failed);
      return 1;
    }
  }
}
