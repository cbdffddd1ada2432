package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;
import java.util.Set;

/** A variable nothing uses. */
final class UnusedVariable implements Lint {
  @Override
  public String code() {
    return "unused-variable";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    for (CheckedRule rule : Rules.all(content)) {
      Set<String> used = Rules.usedVariables(rule);
      for (String name : rule.variables().names()) {
        if (used.contains(name)) continue;
        diagnostics.warning(rule.ref().place(), code(), "nothing uses \"" + name + "\". Delete it");
      }
    }
  }
}
