package dev.attune.api.cli;

import dev.attune.api.bench.Bench;
import dev.attune.api.bench.BenchPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code attune bench}: measures decisions against the bare endpoint. */
@Command(
    name = "bench",
    subcommands = {
      BenchChatCommand.class,
      BenchFaultsCommand.class,
      BenchOverloadCommand.class,
      BenchPublishCommand.class,
      BenchReloadCommand.class,
      BenchReplayCommand.class
    },
    mixinStandardHelpOptions = true,
    description = {
      "Measures decisions against the same stack's bare endpoint.",
      "Starts a server and a Redis of its own and loads both from this process."
    })
public final class BenchCommand extends Measuring {
  @Option(
      names = "--rules-count",
      split = ",",
      defaultValue = "20,200,1000",
      paramLabel = "N",
      description = "numbers of rules to measure with (default: ${DEFAULT-VALUE})")
  private List<Integer> rules = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "5",
      description = "length of one measurement (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "measurements of each endpoint; the median counts (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--connections",
      defaultValue = "32",
      description = "connections kept busy (default: ${DEFAULT-VALUE})")
  private int connections;

  @Option(
      names = "--people",
      defaultValue = "1000",
      description = "people to decide for, in turn (default: ${DEFAULT-VALUE})")
  private int people;

  @Override
  String measure(Path folder, PrintWriter progress) throws IOException, InterruptedException {
    BenchPlan plan = new BenchPlan(rules, Duration.ofSeconds(seconds), rounds, connections, people);
    return new Bench(plan, Clock.systemUTC(), progress).run(folder);
  }
}
