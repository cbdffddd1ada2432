package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.FactType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The numbers and texts the rules compare each property with. A number matters only in how it
 * stands to these, so trying them and their neighbours tries everything.
 */
final class Bounds {
  private final Map<String, Set<Double>> numbers = new HashMap<>();
  private final Map<String, Set<String>> texts = new HashMap<>();

  Bounds(List<CheckedRule> rules) {
    for (CheckedRule rule : rules) {
      for (WrittenPattern pattern : WrittenPattern.of(rule)) {
        for (Constraint constraint : pattern.pattern().constraints())
          read(constraint.expression(), pattern);
      }
    }
  }

  /** Each bound with its neighbours, from 0 upwards. */
  Set<Integer> around(FactType fact, String name, String property) {
    Set<Integer> around = new TreeSet<>();
    for (double bound : numbers.getOrDefault(key(fact, name, property), Set.of())) {
      for (int offset = -1; offset <= 1; offset++) {
        if (bound + offset >= 0) around.add((int) bound + offset);
      }
    }
    return around;
  }

  Set<String> texts(FactType fact, String property) {
    return texts.getOrDefault(key(fact, "", property), Set.of());
  }

  private void read(Expression expression, WrittenPattern pattern) {
    if (expression instanceof Unary unary) read(unary.of(), pattern);
    if (expression instanceof Among among) {
      for (Expression value : among.values()) compare(among.left(), value, pattern);
    }
    if (expression instanceof Binary binary) {
      compare(binary.left(), binary.right(), pattern);
      compare(binary.right(), binary.left(), pattern);
      read(binary.left(), pattern);
      read(binary.right(), pattern);
    }
  }

  private void compare(Expression side, Expression other, WrittenPattern pattern) {
    if (!(side instanceof Expression.Property property)) return;
    Object value = value(other);
    for (String name : pattern.names().isEmpty() ? List.of("") : pattern.names()) {
      String key = key(pattern.fact(), name, property.name());
      if (value instanceof Number number)
        numbers.computeIfAbsent(key, absent -> new TreeSet<>()).add(number.doubleValue());
      if (value instanceof String text)
        texts.computeIfAbsent(key, absent -> new TreeSet<>()).add(text);
    }
  }

  private static Object value(Expression expression) {
    if (expression instanceof Unary unary
        && unary.operator() == '-'
        && value(unary.of()) instanceof Number number) return -number.doubleValue();
    return expression instanceof Literal literal ? literal.value() : Expression.Null.NULL;
  }

  private static String key(FactType fact, String name, String property) {
    return fact + "/" + name + "/" + property;
  }
}
