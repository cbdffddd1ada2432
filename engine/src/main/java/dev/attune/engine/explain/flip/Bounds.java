package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.FactType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The numbers and texts some rules compare each property with. A number matters to them only in how
 * it stands to these, so trying them and their neighbours tries everything. Immutable.
 */
final class Bounds {
  private static final String ANY = "";

  private final Map<String, Set<Double>> numbers = new HashMap<>();
  private final Map<String, Set<String>> texts = new HashMap<>();

  Bounds(Collection<CheckedRule> rules) {
    for (CheckedRule rule : rules) {
      for (WrittenPattern pattern : WrittenPattern.of(rule)) {
        for (Constraint constraint : pattern.pattern().constraints())
          read(constraint.expression(), pattern);
      }
      WrittenPattern.totals(rule).forEach(this::readTotal);
    }
  }

  /** Each bound with its neighbours, from 0 upwards. */
  Set<Integer> around(FactType fact, String name, String property) {
    Set<Integer> around = new TreeSet<>();
    add(numbers.get(key(fact, name, property)), around);
    if (!name.equals(ANY)) add(numbers.get(key(fact, ANY, property)), around);
    return around;
  }

  private static void add(@Nullable Set<Double> bounds, Set<Integer> to) {
    if (bounds == null) return;
    for (double bound : bounds) {
      for (int offset = -1; offset <= 1; offset++) {
        if (bound + offset >= 0) to.add((int) bound + offset);
      }
    }
  }

  Set<String> texts(FactType fact, String property) {
    return texts.getOrDefault(key(fact, ANY, property), Set.of());
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

  /** One fact alone may bring a total over its bound. */
  private void readTotal(Accumulated total) {
    for (Constraint constraint : total.constraints()) {
      Expressions.parts(constraint.expression())
          .forEach(
              part -> {
                if (value(part) instanceof Number bound) boundOfTotal(total, bound.doubleValue());
              });
    }
  }

  private void boundOfTotal(Accumulated total, double bound) {
    for (WrittenPattern pattern : WrittenPattern.over(total)) {
      for (Constraint constraint : pattern.pattern().constraints()) {
        if (constraint.binds() != null
            && constraint.expression() instanceof Expression.Property read)
          number(pattern, read.name(), bound);
      }
    }
  }

  private void compare(Expression side, Expression other, WrittenPattern pattern) {
    if (!(side instanceof Expression.Property property)) return;
    Object value = value(other);
    if (value instanceof Number number) number(pattern, property.name(), number.doubleValue());
    if (!(value instanceof String text)) return;
    for (String name : names(pattern))
      texts
          .computeIfAbsent(key(pattern.fact(), name, property.name()), absent -> new TreeSet<>())
          .add(text);
  }

  private void number(WrittenPattern pattern, String property, double bound) {
    for (String name : names(pattern))
      numbers
          .computeIfAbsent(key(pattern.fact(), name, property), absent -> new TreeSet<>())
          .add(bound);
  }

  private static List<String> names(WrittenPattern pattern) {
    return pattern.names().isEmpty() ? List.of(ANY) : pattern.names();
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
