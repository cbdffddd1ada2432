package dev.attune.api.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.api.replay.Progress;
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
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Option(names = "--export", paramLabel = "FILE", description = "write the decisions instead")
  private @Nullable Path export;

  @Option(
      names = "--max-changed",
      paramLabel = "SHARE",
      description = "fail when a larger share of the decisions changes, e.g. 5%%")
  private @Nullable String maxChanged;

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

  @Mixin private RecordedDecisions decisions = new RecordedDecisions();
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
    decisions.check(export != null);
    if (threads < 1) throw wrong("--threads is 1 or more");
    if (maxChanged == null) return Optional.empty();
    Optional<ReplayLimit> limit = ReplayLimit.parse(maxChanged);
    if (limit.isEmpty()) throw wrong("--max-changed is a share from 0% to 100%, e.g. 5%");
    return limit;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int exported(Path file) throws IOException {
    long written = decisions.export(file);
    spec.commandLine().getOut().printf("%d decisions in %s%n", written, file);
    return 0;
  }

  private int replayed(Optional<ReplayLimit> limit) throws IOException, InterruptedException {
    ReleaseCompiler compiler = ReleaseCompiler.ofFolder(data.resolve("built"));
    Release tried = draft == null ? null : compiled(draft, compiler);
    if (tried == null) return 1;
    Release before = Files.isDirectory(rules) ? compiled(rules, compiler) : null;
    ReplayReport report =
        decisions.replay((pages, total, lately) -> run(tried, before, pages, total, lately));
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
