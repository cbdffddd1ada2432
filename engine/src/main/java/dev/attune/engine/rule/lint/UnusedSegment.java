package dev.attune.engine.rule.lint;

import dev.attune.engine.fact.Segment;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Conditions;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.text.Diagnostics;
import java.util.Set;
import java.util.TreeSet;

/** A segment no rule asks for. */
final class UnusedSegment implements Lint {
  @Override
  public String code() {
    return "unused-segment";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Set<String> asked = new TreeSet<>();
    for (CheckedRule rule : Rules.all(content)) {
      for (Pattern pattern : Conditions.patterns(rule.conditions())) {
        if (pattern.fact() == FactType.SEGMENT) addNames(pattern, asked);
      }
    }
    for (CheckedRule rule : Rules.all(content)) {
      for (Consequence each : rule.consequences()) {
        if (!(each instanceof Derive derive) || asked.contains(derive.segment())) continue;
        if (isAskedInTheConversation(derive.segment(), content)) continue;
        diagnostics.warning(
            derive.named(), code(), "no rule asks for the segment \"" + derive.segment() + "\"");
      }
    }
  }

  private static boolean isAskedInTheConversation(String segment, Content content) {
    return segment.startsWith(Segment.CONTRADICTS)
        && content
            .vocabulary()
            .profile()
            .containsKey(segment.substring(Segment.CONTRADICTS.length()));
  }

  private static void addNames(Pattern pattern, Set<String> names) {
    for (Constraint constraint : pattern.constraints()) {
      Expressions.parts(constraint.expression())
          .filter(Literal.class::isInstance)
          .forEach(each -> names.add(String.valueOf(((Literal) each).value())));
    }
  }
}
