package dev.attune.engine.rule.drl;

import dev.attune.engine.text.SourceText;

/** The sentence an author wrote directly above a rule. */
final class Intent {
  /** Letters after which no more lines are taken: everybody who asks why reads it. */
  private static final int LONG = 500;

  private Intent() {}

  /**
   * The {@code //} lines that end directly above this line, as one line.
   *
   * @param line 1-based
   */
  static String above(SourceText source, int line) {
    StringBuilder intent = new StringBuilder();
    for (int i = line - 1; i >= 1 && intent.length() < LONG; i--) {
      String text = source.line(i).strip();
      if (!text.startsWith("//")) break;
      intent.insert(0, text.substring(2).strip() + " ");
    }
    return intent.toString().strip();
  }
}
