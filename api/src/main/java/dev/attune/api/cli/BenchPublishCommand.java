package dev.attune.api.cli;

import dev.attune.api.bench.PublishBench;
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

/** {@code attune bench publish}: publishes on one of two servers while both decide. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Edits one rule of a folder of fifty and publishes it, again and again, on one of two servers",
      "that share a Redis: how long until both decide by it, what that does to the latency of",
      "decisions, and what it leaves behind in the servers."
    })
public final class BenchPublishCommand implements Callable<Integer> {
  @Option(
      names = "--publishes",
      defaultValue = "10",
      paramLabel = "N",
      description = "how often to publish (default: ${DEFAULT-VALUE})")
  private int publishes;

  @Option(
      names = "--rate",
      defaultValue = "200",
      paramLabel = "N",
      description = "decisions a second at each server meanwhile (default: ${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--pause",
      defaultValue = "2",
      paramLabel = "SECONDS",
      description = "time after each publish (default: ${DEFAULT-VALUE})")
  private int pause;

  @Option(
      names = "--people",
      defaultValue = "200",
      paramLabel = "N",
      description = "people to decide for, in turn (default: ${DEFAULT-VALUE})")
  private int people;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("attune-publish");
      PublishBench bench =
          new PublishBench(
              publishes,
              rate,
              Duration.ofSeconds(pause),
              people,
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
