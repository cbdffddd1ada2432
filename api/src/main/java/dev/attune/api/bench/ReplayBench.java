package dev.attune.api.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.attune.api.replay.DecisionFile;
import dev.attune.api.replay.Progress;
import dev.attune.engine.publish.replay.Replay;
import dev.attune.engine.publish.replay.ReplayReport;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures a replay from file to report: decisions are made and written first, then run on a draft
 * that differs in some thresholds. Reading and unpacking are part of what is measured, making the
 * decisions and compiling are not.
 */
public final class ReplayBench {
  private final int rules;
  private final int decisions;
  private final int threads;
  private final PrintWriter err;

  public ReplayBench(int rules, int decisions, int threads, PrintWriter err) {
    this.rules = rules;
    this.decisions = decisions;
    this.threads = threads;
    this.err = err;
  }

  /**
   * Runs it in a folder of its own.
   *
   * @return a line to be read
   */
  public String run(Path folder) throws IOException, InterruptedException {
    ReleaseCompiler compiler = ReleaseCompiler.ofFolder(folder.resolve("built"));
    BenchRules.write(folder.resolve("live"), rules);
    BenchRules.write(folder.resolve("draft"), rules);
    lowerThresholds(folder.resolve("draft/folder0/rules.drl"));
    Release live = compiled(folder.resolve("live"), compiler);
    Release draft = compiled(folder.resolve("draft"), compiler);
    Path file = folder.resolve("decisions");
    DecisionFile.write(file, new BenchDecisions(live, decisions));
    return measured(live, draft, file);
  }

  private static void lowerThresholds(Path file) throws IOException {
    String edited = Files.readString(file).replace("> 40 )", "> 30 )");
    Files.writeString(file, edited);
  }

  private static Release compiled(Path folder, ReleaseCompiler compiler) {
    Reading reading = ContentReader.read(folder);
    if (reading instanceof Reading.Read read) {
      CompileResult result = compiler.compile(read.content());
      if (result instanceof Compiled compiled) return compiled.release();
    }
    throw new IllegalStateException("the bench's own rules do not compile");
  }

  private String measured(Release live, Release draft, Path file)
      throws IOException, InterruptedException {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    Progress progress = new Progress(err, decisions);
    long cpu = process.getProcessCpuTime();
    long start = System.nanoTime();
    DecisionFile.Summary summary = DecisionFile.summary(file);
    ReplayReport report;
    try (DecisionFile.Reader reader = DecisionFile.open(file)) {
      Replay replay =
          new Replay(
              draft,
              id -> Optional.of(live).filter(release -> release.id().equals(id)),
              summary.evidence());
      report = replay.run(reader, threads, progress);
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double used = (process.getProcessCpuTime() - cpu) / 1e9;
    progress.end();
    return String.format(
        Locale.ROOT,
        "%d decisions x %d rules on %d threads: %.1f s, %.1f s of CPU, %.0f µs of CPU a decision;"
            + " %d changed, %d unproven%n",
        report.decisions().replayed(),
        rules,
        threads,
        wall,
        used,
        used * 1e6 / Math.max(1, report.decisions().replayed()),
        report.decisions().changed(),
        report.decisions().unproven());
  }
}
