package dev.attune.api.cli;

import dev.attune.api.bench.PublishBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code attune bench publish}: publishes on one of two servers while both decide. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description = {
      "Edits one rule of a folder of fifty and publishes it, again and again, on one of two servers",
      "that share a Redis: how long until both decide by it, what that does to the latency of",
      "decisions, and what it leaves behind in the servers."
    })
public final class BenchPublishCommand extends Measuring {
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

  @Option(
      names = "--saturate",
      description = "warm both servers up with all they can do first, for up to three minutes")
  private boolean saturate;

  @Override
  String measure(Path folder, PrintWriter progress) throws IOException, InterruptedException {
    return new PublishBench(
            publishes,
            rate,
            Duration.ofSeconds(pause),
            people,
            saturate,
            Clock.systemUTC(),
            progress)
        .run(folder);
  }
}
