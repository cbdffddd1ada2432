package dev.attune.api.cli;

import dev.attune.api.replay.DecisionFile;
import dev.attune.api.replay.Progress;
import dev.attune.api.replay.RemoteDecisions;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.publish.replay.RecordPages;
import dev.attune.engine.publish.replay.ReplayReport;
import dev.attune.engine.text.Durations;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The decisions a command is about: those of a running server, or of a file. */
final class RecordedDecisions {
  @Option(
      names = "--last",
      paramLabel = "TIME",
      defaultValue = "24h",
      description = "how far back, up to 7d (default: 24h)")
  private String last = "24h";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "100000",
      description = "at most so many decisions, the newest (default: ${DEFAULT-VALUE})")
  private long most;

  @Option(names = "--decisions", paramLabel = "FILE", description = "a file written by --export")
  private @Nullable Path file;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "the server that made the decisions (default: ${DEFAULT-VALUE})")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--key",
      paramLabel = "KEY",
      defaultValue = "${env:ATTUNE_KEY}",
      description = "a server key (default: ATTUNE_KEY of the environment)")
  private @Nullable String key;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** What is done with them. */
  interface Use {
    /**
     * Reads all pages.
     *
     * @param total 0 when it is not known
     * @param lately what people made of actions before; empty when it is not known
     */
    ReplayReport of(RecordPages pages, long total, Map<String, Evidence> lately)
        throws IOException, InterruptedException;
  }

  /** Says what is wrong with how they are named. */
  void check(boolean exporting) {
    if (file != null && !Files.isRegularFile(file))
      throw wrong(file + ": there is no such file. Write one with --export FILE");
    if (file != null && exporting) throw wrong("--decisions and --export exclude each other");
    if (file == null && (key == null || key.isEmpty()))
      throw wrong("name a file with --decisions FILE, or a server key with --key or ATTUNE_KEY");
    if (Durations.parse(last).isEmpty()) throw wrong("--last is a time such as 24h or 7d");
    if (most < 1) throw wrong("--most is 1 or more");
  }

  ReplayReport replay(Use use) throws IOException, InterruptedException {
    if (file == null) {
      RemoteDecisions remote = remote();
      ReplayReport report = use.of(remote, 0, Map.of());
      tellCut(remote);
      return report;
    }
    DecisionFile.Summary summary = DecisionFile.summary(file);
    try (DecisionFile.Reader reader = DecisionFile.open(file)) {
      return use.of(reader, summary.records(), summary.evidence());
    }
  }

  /** Writes those of the server into a file; how many there were. */
  long export(Path to) throws IOException {
    Progress progress = new Progress(command.commandLine().getErr(), 0);
    RemoteDecisions remote = remote();
    long[] fetched = {0};
    long written =
        DecisionFile.write(
            to,
            () -> {
              var page = remote.next();
              progress.accept(fetched[0] += page.size());
              return page;
            });
    progress.end();
    tellCut(remote);
    return written;
  }

  private RemoteDecisions remote() {
    return new RemoteDecisions(url, String.valueOf(key), last, most);
  }

  private void tellCut(RemoteDecisions remote) {
    if (remote.isCut())
      command
          .commandLine()
          .getErr()
          .printf("there are more than %d decisions in %s; these are the newest%n", most, last);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
