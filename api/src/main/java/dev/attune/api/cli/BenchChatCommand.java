package dev.attune.api.cli;

import dev.attune.api.bench.ChatBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code attune bench chat}: decisions while many people talk. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {
      "Decides at a steady rate while nobody talks, and while many people are in conversations",
      "that a stand-in for a language model streams its words into. Needs no key and no network."
    })
public final class BenchChatCommand extends Measuring {
  @Option(
      names = "--rules",
      defaultValue = "rules",
      description = "a rules folder whose fields have questions (default: ${DEFAULT-VALUE})")
  private Path rules = Path.of("rules");

  @Option(
      names = "--talkers",
      defaultValue = "100",
      description = "people who talk at one time (default: ${DEFAULT-VALUE})")
  private int talkers;

  @Option(
      names = "--per-second",
      defaultValue = "200",
      description = "decisions asked for (default: ${DEFAULT-VALUE})")
  private double perSecond;

  @Option(
      names = "--seconds",
      defaultValue = "8",
      description = "length of one measurement (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Override
  String measure(Path folder, PrintWriter progress) throws IOException {
    return new ChatBench(rules, talkers, perSecond, Duration.ofSeconds(seconds), progress)
        .run(folder);
  }
}
