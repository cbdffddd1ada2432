package dev.attune.engine.rule;

import dev.attune.engine.text.Diagnostic;
import java.util.List;

/** What reading a rules folder came to. */
public sealed interface Reading {
  /** Errors and warnings, by place. */
  List<Diagnostic> diagnostics();

  /** No errors. */
  record Read(Content content, List<Diagnostic> warnings) implements Reading {
    @Override
    public List<Diagnostic> diagnostics() {
      return warnings;
    }
  }

  /** At least one error; nothing may be built from it. */
  record Refused(List<Diagnostic> diagnostics) implements Reading {}
}
