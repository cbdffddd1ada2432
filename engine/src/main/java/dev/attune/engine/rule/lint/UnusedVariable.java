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
      rule.variables()
          .places()
          .forEach(
              (name, place) -> {
                if (used.contains(name)) return;
                diagnostics.warning(place, code(), "nothing uses \"" + name + "\". Delete it");
              });
    }
  }
}
