package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Null;
import dev.attune.engine.rule.condition.Expression.Property;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.Expression.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The actual and the needed value of a constraint that compares one thing with something fixed.
 *
 * @param left what is compared; null when the constraint has another form
 */
record Comparison(@Nullable Expression left, String operator, @Nullable Object needed) {
  private static final Map<String, String> MIRRORED =
      Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=", "==", "==", "!=", "!=");

  static ConstraintVerdict of(Test test, @Nullable Object fact, int passesAlone, Row row) {
    Constraint constraint = test.constraint();
    Comparison comparison = in(constraint.expression(), test, row);
    String name = name(comparison.left);
    return new ConstraintVerdict(
        constraint.place(),
        constraint.text(),
        test.passes(row),
        passesAlone,
        name,
        name == null ? null : actual(comparison.left, fact, test, row),
        name == null ? null : comparison.operator,
        name == null ? null : comparison.needed);
  }

  private static Comparison in(Expression expression, Test test, Row row) {
    if (expression instanceof Property flag) return new Comparison(flag, "==", true);
    if (expression instanceof Unary unary && unary.operator() == '!') {
      return new Comparison(unary.of(), "==", false);
    }
    if (expression instanceof Among among) {
      List<Object> values = new ArrayList<>();
      for (Expression each : among.values()) values.add(String.valueOf(fixed(each, test, row)));
      return new Comparison(among.left(), among.negated() ? "not in" : "in", values);
    }
    if (!(expression instanceof Binary binary)) return new Comparison(null, "", null);
    String mirrored = MIRRORED.get(binary.operator());
    return binary.left() instanceof Literal && mirrored != null
        ? new Comparison(binary.right(), mirrored, fixed(binary.left(), test, row))
        : new Comparison(binary.left(), binary.operator(), fixed(binary.right(), test, row));
  }

  private static @Nullable Object fixed(Expression side, Test test, Row row) {
    if (side instanceof Variable variable) return test.variable(variable.name(), row);
    if (!(side instanceof Literal literal)) return null;
    return literal.value() == Null.NULL ? null : literal.value();
  }

  private static @Nullable String name(@Nullable Expression left) {
    if (left instanceof Property property) return property.name();
    return left instanceof Variable variable ? variable.name() : null;
  }

  private static @Nullable Object actual(
      @Nullable Expression left, @Nullable Object fact, Test test, Row row) {
    if (left instanceof Variable variable) return test.variable(variable.name(), row);
    return fact != null && left instanceof Property property
        ? FactReader.value(fact, property.name())
        : null;
  }
}
