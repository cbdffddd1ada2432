package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two rules identical but for the name. */
final class TwinRules implements Lint {
  @Override
  public String code() {
    return "twin-rules";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Map<List<Object>, CheckedRule> seen = new HashMap<>();
    for (CheckedRule rule : Rules.all(content)) {
      CheckedRule twin = seen.putIfAbsent(Normal.of(rule), rule);
      if (twin == null) continue;
      diagnostics.warning(
          rule.ref().place(),
          code(),
          "the rule says the same as \""
              + twin.ref().name()
              + "\" at "
              + twin.ref().place()
              + ". Delete one");
    }
  }
}
