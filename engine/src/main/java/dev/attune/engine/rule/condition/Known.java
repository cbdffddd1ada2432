package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Null;
import dev.attune.engine.rule.condition.Expression.Variable;
import java.util.HashSet;
import java.util.Set;

/** Which properties and variables cannot be unknown when an expression is true. */
public final class Known {
  private Known() {}

  /** Names of properties, and of variables with their {@code $}. */
  public static Set<String> when(Expression expression) {
    Set<String> names = new HashSet<>();
    if (expression instanceof Among among && !among.negated()) add(names, among.left());
    if (!(expression instanceof Binary binary)) return names;
    switch (binary.operator()) {
      case "&&" -> {
        names.addAll(when(binary.left()));
        names.addAll(when(binary.right()));
      }
      case "||" -> {
        names.addAll(when(binary.left()));
        names.retainAll(when(binary.right()));
      }
      case "<", "<=", ">", ">=", "contains", "matches" -> {
        add(names, binary.left());
        add(names, binary.right());
      }
      case "==" -> {
        if (isValue(binary.right())) add(names, binary.left());
      }
      case "!=" -> {
        if (isNull(binary.right())) add(names, binary.left());
      }
      default -> {}
    }
    return names;
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Literal literal && literal.value() == Null.NULL;
  }

  private static boolean isValue(Expression expression) {
    return expression instanceof Literal && !isNull(expression);
  }

  private static void add(Set<String> names, Expression side) {
    if (side instanceof Expression.Property property) names.add(property.name());
    if (side instanceof Variable variable) names.add(variable.name());
  }
}
