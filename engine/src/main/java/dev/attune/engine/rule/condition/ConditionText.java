package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.condition.Condition.Total;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Property;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.Expression.Variable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions as their author would write them, whatever the spaces and brackets. */
public final class ConditionText {
  private ConditionText() {}

  public static String of(Condition condition) {
    if (condition instanceof Pattern pattern)
      return bound(pattern.variable())
          + pattern.fact().word()
          + "( "
          + constraints(pattern.constraints())
          + " )";
    if (condition instanceof All all) return joined(all.of(), " and ");
    if (condition instanceof Any any) return joined(any.of(), " or ");
    if (condition instanceof Absent absent) return "not " + of(absent.of());
    if (condition instanceof Present present) return "exists " + of(present.of());
    Accumulated accumulated = (Accumulated) condition;
    String totals =
        accumulated.totals().stream().map(ConditionText::of).collect(Collectors.joining(", "));
    return "accumulate( "
        + of(accumulated.over())
        + "; "
        + totals
        + "; "
        + constraints(accumulated.constraints())
        + " )";
  }

  private static String joined(List<Condition> conditions, String by) {
    return conditions.stream().map(ConditionText::of).collect(Collectors.joining(by, "( ", " )"));
  }

  private static String constraints(List<Constraint> constraints) {
    return constraints.stream().map(ConditionText::of).collect(Collectors.joining(", "));
  }

  public static String of(Constraint constraint) {
    return bound(constraint.binds()) + of(constraint.expression());
  }

  public static String of(Total total) {
    String inside = total.of() == null ? "()" : "( " + of(total.of()) + " )";
    return bound(total.variable()) + total.function() + inside;
  }

  private static String bound(@Nullable String variable) {
    return variable == null ? "" : variable + " : ";
  }

  private static String of(Expression expression) {
    if (expression instanceof Literal literal) return of(literal.value());
    if (expression instanceof Property property) return property.name();
    if (expression instanceof Variable variable) return variable.name();
    if (expression instanceof Unary unary) return unary.operator() + inside(unary.of(), "");
    if (expression instanceof Among among) {
      String values =
          among.values().stream().map(ConditionText::of).collect(Collectors.joining(", "));
      return of(among.left()) + (among.negated() ? " not in ( " : " in ( ") + values + " )";
    }
    Binary binary = (Binary) expression;
    String operator = binary.operator();
    boolean inOrder = operator.equals("-") || operator.equals("/");
    return inside(binary.left(), operator)
        + " "
        + operator
        + " "
        + inside(binary.right(), inOrder ? "" : operator);
  }

  /** Brackets where leaving them out could mean something else. */
  private static String inside(Expression expression, String outside) {
    boolean clear = !(expression instanceof Binary inner) || inner.operator().equals(outside);
    return clear ? of(expression) : "( " + of(expression) + " )";
  }

  private static String of(Object literal) {
    if (literal == Expression.Null.NULL) return "null";
    return literal instanceof String text ? '"' + text + '"' : literal.toString();
  }
}
