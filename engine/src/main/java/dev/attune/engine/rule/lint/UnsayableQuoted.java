package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.rule.condition.Variables.Bound;
import dev.attune.engine.text.Diagnostics;

/** A field that is not sayable, quoted to the person. */
final class UnsayableQuoted implements Lint {
  @Override
  public String code() {
    return "unsayable-quoted";
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
      Property property = rule.variables().get(name).map(Bound::property).orElse(null);
      if (property == null || property.field() == null || property.field().sayable()) continue;
      diagnostics.warning(
          propose.place(),
          code(),
          "\""
              + property.field().name()
              + "\" is not sayable, and this would quote it to the person."
              + " Say it without the value, or declare sayable: true");
    }
  }
}
