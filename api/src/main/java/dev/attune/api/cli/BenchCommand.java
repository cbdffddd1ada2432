package dev.attune.api.cli;

import dev.attune.api.bench.Bench;
import dev.attune.api.bench.BenchPlan;
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

/** {@code attune bench}: measures decisions against the bare endpoint. */
@Command(
    name = "bench",
    subcommands = {
      BenchChatCommand.class,
      BenchFaultsCommand.class,
      BenchOverloadCommand.class,
      BenchPublishCommand.class,
      BenchReplayCommand.class
    },
    mixinStandardHelpOptions = true,
    description = {
      "Measures decisions against the same stack's bare endpoint.",
      "Starts a server and a Redis of its own and loads both from this process."
    })
public final class BenchCommand implements Callable<Integer> {
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    BenchPlan plan = new BenchPlan(rules, Duration.ofSeconds(seconds), rounds, connections, people);
    try {
      Path folder = Files.createTempDirectory("attune-bench");
      String report = new Bench(plan, Clock.systemUTC(), spec.commandLine().getErr()).run(folder);
      spec.commandLine().getOut().print(report);
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException failed) {
      spec.commandLine().getErr().println("the benchmark failed: " + failed.getMessage());
      return 1;
    }
  }
}
