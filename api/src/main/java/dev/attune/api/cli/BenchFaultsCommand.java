package dev.attune.api.cli;

import dev.attune.api.bench.FaultsBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune bench faults}: decisions while Redis is stopped and killed. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Asks for half of the capacity while Redis is stopped (SIGSTOP) and killed.",
      "Fresh again is counted from the moment Redis goes on, or was killed."
    })
public final class BenchFaultsCommand implements Callable<Integer> {
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("attune-faults");
      FaultsBench bench =
          new FaultsBench(
              Duration.ofSeconds(seconds), people, Clock.systemUTC(), spec.commandLine().getErr());
      spec.commandLine().getOut().print(bench.run(folder));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException failed) {
      spec.commandLine().getErr().println("the benchmark failed: " + failed);
      return 1;
    }
  }
}
