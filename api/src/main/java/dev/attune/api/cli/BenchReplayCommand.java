package dev.attune.api.cli;

import dev.attune.api.bench.ReplayBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune bench replay}: measures how long decisions take to be replayed. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Makes decisions on rules of its own and measures replaying them on a draft.")
public final class BenchReplayCommand implements Callable<Integer> {
  @Option(
      names = "--rules-count",
      defaultValue = "200",
      paramLabel = "N",
      description = "rules of the draft (default: ${DEFAULT-VALUE})")
  private int rules;

  @Option(
      names = "--decisions",
      defaultValue = "100000",
      paramLabel = "N",
      description = "decisions to replay (default: ${DEFAULT-VALUE})")
  private int decisions;

  @Option(names = "--threads", paramLabel = "N", description = "processors to use (default: all)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("attune-bench");
      String line =
          new ReplayBench(rules, decisions, threads, spec.commandLine().getErr()).run(folder);
      spec.commandLine().getOut().print(line);
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException failed) {
      spec.commandLine().getErr().println("the benchmark failed: " + failed.getMessage());
      return 1;
    }
  }
}
