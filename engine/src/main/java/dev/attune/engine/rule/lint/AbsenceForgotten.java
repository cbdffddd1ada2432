package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Conditions;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.vocabulary.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A field that goes out of date, read by rules none of which says what happens when it is unknown.
 */
final class AbsenceForgotten implements Lint {
  @Override
  public String code() {
    return "absence-forgotten";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Map<String, Place> read = new LinkedHashMap<>();
    Set<String> covered = new TreeSet<>();
    for (CheckedRule rule : Rules.all(content)) {
      collect(rule.conditions(), false, read, covered);
    }
    read.forEach(
        (name, place) -> {
          Field field = content.vocabulary().profile().get(name);
          if (field == null || field.reviewAfter() == null || covered.contains(name)) return;
          diagnostics.warning(
              place,
              code(),
              "\""
                  + name
                  + "\" goes out of date, and no rule says what happens without it. Write a"
                  + " rule with "
                  + name
                  + " == null");
        });
  }

  /** Inside {@code not}, an unknown value lets the rule match: that is a branch for it. */
  private static void collect(
      List<Condition> conditions, boolean absent, Map<String, Place> read, Set<String> covered) {
    for (Condition each : conditions) {
      if (each instanceof Absent not) {
        collect(List.of(not.of()), true, read, covered);
        continue;
      }
      for (Pattern pattern : Conditions.patterns(List.of(each))) {
        if (pattern.fact() == FactType.PROFILE) collect(pattern, absent, read, covered);
      }
    }
  }

  private static void collect(
      Pattern pattern, boolean absent, Map<String, Place> read, Set<String> covered) {
    for (Constraint constraint : pattern.constraints()) {
      Expressions.parts(constraint.expression())
          .filter(Expression.Property.class::isInstance)
          .map(Expression.Property.class::cast)
          .forEach(
              property -> {
                read.putIfAbsent(property.name(), property.place());
                if (absent) covered.add(property.name());
              });
      Expressions.parts(constraint.expression()).forEach(each -> cover(each, covered));
    }
  }

  private static void cover(Expression expression, Set<String> covered) {
    if (expression instanceof Among among
        && among.negated()
        && among.left() instanceof Expression.Property property) {
      covered.add(property.name());
    }
    if (expression instanceof Binary binary
        && binary.left() instanceof Expression.Property property
        && (binary.operator().equals("!=") || isNull(binary.right()))) {
      covered.add(property.name());
    }
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Literal literal && literal.value() == Expression.Null.NULL;
  }
}
