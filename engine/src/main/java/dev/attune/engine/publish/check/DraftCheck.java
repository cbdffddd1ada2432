package dev.attune.engine.publish.check;

import dev.attune.engine.text.Diagnostics;

/** Something a draft that compiles must pass as well. May take seconds; thread-safe. */
public interface DraftCheck {
  /** Adds what is wrong; an error keeps the draft from being published. */
  void check(CompiledDraft draft, Diagnostics diagnostics);
}
