package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;

/** A rule without the sentence that says why it is there. */
final class MissingIntent implements Lint {
  @Override
  public String code() {
    return "missing-intent";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    for (CheckedRule rule : Rules.all(content)) {
      if (!rule.ref().intent().isEmpty()) continue;
      diagnostics.warning(
          rule.ref().place(),
          code(),
          "nothing says why this rule is there. Write one sentence above it: // …");
    }
  }
}
