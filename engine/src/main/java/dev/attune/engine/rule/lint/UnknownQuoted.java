package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.condition.Variables.Bound;
import dev.attune.engine.text.Diagnostics;

/** A value that may be unknown, put into a sentence: somebody would read "null days". */
final class UnknownQuoted implements Lint {
  @Override
  public String code() {
    return "unknown-quoted";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    for (CheckedRule rule : Rules.all(content)) {
      for (Consequence each : rule.consequences()) {
        if (each instanceof Propose propose) check(rule, propose, diagnostics);
      }
    }
  }

  private void check(CheckedRule rule, Propose propose, Diagnostics diagnostics) {
    for (String name : Rules.spoken(propose)) {
      Bound bound = rule.variables().get(name).orElse(null);
      if (bound == null || bound.certain()) continue;
      diagnostics.warning(
          propose.place(),
          code(),
          "\"" + name + "\" may be unknown and would read \"null\". Test it in \"when\": != null");
    }
  }
}
