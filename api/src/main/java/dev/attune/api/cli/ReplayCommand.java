package dev.attune.api.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.api.replay.DecisionFile;
import dev.attune.api.replay.Progress;
import dev.attune.api.replay.RemoteDecisions;
import dev.attune.api.replay.ReplayJson;
import dev.attune.api.replay.ReplayText;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.publish.replay.RecordPages;
import dev.attune.engine.publish.replay.Replay;
import dev.attune.engine.publish.replay.ReplayLimit;
import dev.attune.engine.publish.replay.ReplayReport;
import dev.attune.engine.publish.replay.ReplayReport.ResultShare;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Durations;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code attune replay}: what a draft would have changed for decisions that were made. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Runs recorded decisions on a draft and says what would have been different, for whom.",
      "",
      "  attune replay --draft DIR --key sk_…              the last 24 hours of a running server",
      "  attune replay --export FILE --key sk_… --last 7d  its decisions into a file",
      "  attune replay --draft DIR --decisions FILE        the decisions of a file",
      "",
      "A file of decisions holds what was known about people: guard it like their data."
    })
public final class ReplayCommand implements Callable<Integer> {
  @Option(names = "--draft", paramLabel = "DIR", description = "the rules folder to try")
  private @Nullable Path draft;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      defaultValue = "rules",
      description = "the rules the decisions were made on, for the reasons before (default: rules)")
  private Path rules = Path.of("rules");

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
  private @Nullable Path decisions;

  @Option(names = "--export", paramLabel = "FILE", description = "write the decisions instead")
  private @Nullable Path export;

  @Option(
      names = "--max-changed",
      paramLabel = "SHARE",
      description = "fail when a larger share of the decisions changes, e.g. 5%%")
  private @Nullable String maxChanged;

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

  @Option(names = "--json", description = "the whole report as JSON")
  private boolean asJson;

  @Option(names = "--threads", paramLabel = "N", description = "processors to use (default: all)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".attune",
      description = "where built rules are kept (default: .attune)")
  private Path data = Path.of(".attune");

  @Spec private CommandSpec spec;

  /** 0 when all is well, 1 when the draft has errors or changes too much, 2 for wrong usage. */
  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<ReplayLimit> limit = checkedUsage();
    try {
      return export != null ? exported(export) : replayed(limit);
    } catch (IOException failed) {
      err.println("replay: " + failed.getMessage());
      return 1;
    }
  }

  private Optional<ReplayLimit> checkedUsage() {
    if (draft == null && export == null) throw wrong("name the draft's folder with --draft DIR");
    if (draft != null && !Files.isDirectory(draft))
      throw wrong(draft + ": there is no such folder");
    if (decisions != null && !Files.isRegularFile(decisions))
      throw wrong(decisions + ": there is no such file. Write one with --export FILE");
    if (decisions != null && export != null)
      throw wrong("--decisions and --export exclude each other");
    if (decisions == null && (key == null || key.isEmpty()))
      throw wrong("name a file with --decisions FILE, or a server key with --key or ATTUNE_KEY");
    if (Durations.parse(last).isEmpty()) throw wrong("--last is a time such as 24h or 7d");
    if (most < 1 || threads < 1) throw wrong("--most and --threads are 1 or more");
    if (maxChanged == null) return Optional.empty();
    Optional<ReplayLimit> limit = ReplayLimit.parse(maxChanged);
    if (limit.isEmpty()) throw wrong("--max-changed is a share from 0% to 100%, e.g. 5%");
    return limit;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int exported(Path file) throws IOException {
    Progress progress = new Progress(spec.commandLine().getErr(), 0);
    RemoteDecisions remote = remote();
    long[] fetched = {0};
    long written =
        DecisionFile.write(
            file,
            () -> {
              var page = remote.next();
              progress.accept(fetched[0] += page.size());
              return page;
            });
    progress.end();
    tellCut(remote);
    spec.commandLine().getOut().printf("%d decisions in %s%n", written, file);
    return 0;
  }

  private RemoteDecisions remote() {
    return new RemoteDecisions(url, String.valueOf(key), last, most);
  }

  private void tellCut(RemoteDecisions remote) {
    if (remote.isCut())
      spec.commandLine()
          .getErr()
          .printf("there are more than %d decisions in %s; these are the newest%n", most, last);
  }

  private int replayed(Optional<ReplayLimit> limit) throws IOException, InterruptedException {
    ReleaseCompiler compiler = ReleaseCompiler.ofFolder(data.resolve("built"));
    Release tried = draft == null ? null : compiled(draft, compiler);
    if (tried == null) return 1;
    Release before = Files.isDirectory(rules) ? compiled(rules, compiler) : null;
    ReplayReport report = decisions == null ? onServer(tried, before) : onFile(tried, before);
    print(report);
    for (String id : report.madeOn().keySet()) {
      if (!id.equals(tried.id()) && (before == null || !id.equals(before.id())))
        spec.commandLine()
            .getErr()
            .printf(
                "release %s is not in %s: its side is told from the records alone%n", id, rules);
    }
    return isWithin(limit, report) ? 0 : 1;
  }

  private boolean isWithin(Optional<ReplayLimit> limit, ReplayReport report) {
    PrintWriter err = spec.commandLine().getErr();
    boolean changesTooMuch = limit.isPresent() && !limit.get().allows(report);
    if (changesTooMuch) err.println("replay: " + limit.get().told(report));
    for (ResultShare rare : report.rareResults()) err.println("replay: " + rare.told());
    return !changesTooMuch && report.rareResults().isEmpty();
  }

  private @Nullable Release compiled(Path folder, ReleaseCompiler compiler) {
    Reading reading = ContentReader.read(folder);
    PrintWriter err = spec.commandLine().getErr();
    if (!(reading instanceof Reading.Read read)) {
      reading.diagnostics().forEach(each -> err.println(folder + "/" + each));
      return null;
    }
    CompileResult result = compiler.compile(read.content());
    if (result instanceof Compiled compiled) return compiled.release();
    result.diagnostics().forEach(each -> err.println(folder + "/" + each));
    return null;
  }

  private ReplayReport onFile(Release tried, @Nullable Release before)
      throws IOException, InterruptedException {
    Path file = decisions == null ? Path.of("") : decisions;
    DecisionFile.Summary summary = DecisionFile.summary(file);
    try (DecisionFile.Reader reader = DecisionFile.open(file)) {
      return run(tried, before, reader, summary.records(), summary.evidence());
    }
  }

  private ReplayReport onServer(Release tried, @Nullable Release before)
      throws IOException, InterruptedException {
    RemoteDecisions remote = remote();
    ReplayReport report = run(tried, before, remote, 0, Map.of());
    tellCut(remote);
    return report;
  }

  private ReplayReport run(
      Release tried,
      @Nullable Release before,
      RecordPages records,
      long total,
      Map<String, Evidence> lately)
      throws IOException, InterruptedException {
    Progress progress = new Progress(spec.commandLine().getErr(), total);
    Replay replay =
        new Replay(
            tried,
            id -> Optional.ofNullable(before).filter(release -> release.id().equals(id)),
            lately);
    try {
      return replay.run(records, threads, progress);
    } finally {
      progress.end();
    }
  }

  private void print(ReplayReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!asJson) {
      new ReplayText(out).print(report);
      out.flush();
      return;
    }
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      new ReplayJson(json).write(report, ReplayJson.Head.NONE);
    }
    out.println();
    out.flush();
  }
}
