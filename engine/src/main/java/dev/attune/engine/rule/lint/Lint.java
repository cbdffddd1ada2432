package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;

/** Looks at content that passed every check for what is probably not meant. */
interface Lint {
  /** The code of its diagnostics. */
  String code();

  void check(Content content, Diagnostics diagnostics);
}
