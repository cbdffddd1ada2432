package dev.attune.engine.publish.check;

import dev.attune.engine.publish.diff.ReleaseDiff;
import dev.attune.engine.text.Diagnostic;
import java.util.List;

/** What checking a draft came to. */
public sealed interface CheckResult {
  /** Errors and warnings, by place. */
  List<Diagnostic> diagnostics();

  /** It may be published. */
  record Passed(CompiledDraft draft, List<Diagnostic> diagnostics) implements CheckResult {
    public ReleaseDiff diff() {
      return draft.diff();
    }
  }

  /** At least one error. */
  record Failed(List<Diagnostic> diagnostics) implements CheckResult {}
}
