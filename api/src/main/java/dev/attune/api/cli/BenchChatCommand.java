package dev.attune.api.cli;

import dev.attune.api.bench.ChatBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code attune bench chat}: decisions while many people talk. */
@Command(
    name = "chat",
    mixinStandardHelpOptions = true,
    description = {
      "Decides at a steady rate while nobody talks, and while many people are in conversations",
      "that a stand-in for a language model streams its words into. Needs no key and no network."
    })
public final class BenchChatCommand implements Callable<Integer> {
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      Path folder = Files.createTempDirectory("attune-chat");
      ChatBench bench =
          new ChatBench(
              rules, talkers, perSecond, Duration.ofSeconds(seconds), spec.commandLine().getErr());
      spec.commandLine().getOut().print(bench.run(folder));
      spec.commandLine().getOut().flush();
      return 0;
    } catch (IOException failed) {
      spec.commandLine().getErr().println("the benchmark failed: " + failed);
      return 1;
    }
  }
}
