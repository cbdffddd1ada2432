package dev.attune.api.cli;

import dev.attune.api.bench.ReplayBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code attune bench replay}: measures how long decisions take to be replayed. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Makes decisions on rules of its own and measures replaying them on a draft.")
public final class BenchReplayCommand extends Measuring {
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

  @Override
  String measure(Path folder, PrintWriter progress) throws IOException, InterruptedException {
    return new ReplayBench(rules, decisions, threads, progress).run(folder);
  }
}
