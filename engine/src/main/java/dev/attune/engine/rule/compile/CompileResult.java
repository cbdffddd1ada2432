package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostic;
import java.util.List;

/** What compiling content came to. */
public sealed interface CompileResult {
  /** Errors and warnings, by place. */
  List<Diagnostic> diagnostics();

  /** A release, warm and ready to be activated. */
  record Compiled(Release release, List<Diagnostic> diagnostics) implements CompileResult {}

  /** At least one error. */
  record Rejected(List<Diagnostic> diagnostics) implements CompileResult {}
}
