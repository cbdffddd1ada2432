package dev.attune.engine.publish.check;

import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.check.CheckResult.Failed;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.publish.diff.ReleaseDiff;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.text.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from files to something that may be published: read and lint, compile and try, then every
 * check of the list. Thread-safe.
 */
public final class DraftChecker {
  /** Nobody reads more, and hostile text must not fill an answer. */
  private static final int MOST_DIAGNOSTICS = 200;

  private final ReleaseCompiler compiler;
  private final List<DraftCheck> checks;

  public DraftChecker(ReleaseCompiler compiler, List<DraftCheck> checks) {
    this.compiler = compiler;
    this.checks = List.copyOf(checks);
  }

  /**
   * Checks a draft; takes seconds of both cores. Never throws for what an author wrote.
   *
   * @param before the content of the release it is to follow; null when there is none
   */
  public CheckResult check(ReleaseFiles files, @Nullable Content before) {
    Reading reading = ContentReader.read(files.byPath());
    if (!(reading instanceof Read read)) return new Failed(reading.diagnostics());
    CompileResult result = compiler.compile(read.content());
    if (!(result instanceof Compiled compiled)) return new Failed(result.diagnostics());
    ReleaseDiff diff = ReleaseDiff.between(before, read.content());
    CompiledDraft draft = new CompiledDraft(files, compiled.release(), diff);
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.addAll(read.warnings());
    diagnostics.addAll(compiled.diagnostics());
    for (DraftCheck check : checks) check.check(draft, diagnostics);
    return diagnostics.hasErrors()
        ? new Failed(diagnostics.sorted().stream().limit(MOST_DIAGNOSTICS).toList())
        : new Passed(draft, diagnostics.sorted());
  }
}
