package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.rule.lint.Rules.Quote;
import dev.attune.engine.text.Diagnostics;

/** A field that is not sayable, quoted to the person. */
final class UnsayableQuoted implements Lint {
  @Override
  public String code() {
    return "unsayable-quoted";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Rules.quotes(content).forEach(quote -> check(quote, diagnostics));
  }

  private void check(Quote quote, Diagnostics diagnostics) {
    Property property = quote.bound().property();
    if (property == null || property.field() == null || property.field().sayable()) return;
    diagnostics.warning(
        quote.variable().place(),
        code(),
        "\""
            + property.field().name()
            + "\" is not sayable, and this would quote it to the person."
            + " Say it without the value, or declare sayable: true");
  }
}
