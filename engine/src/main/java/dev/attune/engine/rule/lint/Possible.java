package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Null;
import dev.attune.engine.rule.condition.Expression.Unary;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Property;
import dev.attune.engine.rule.condition.PropertyType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each property of one fact can still be, as tests are added that all must hold. Tests it does
 * not understand leave everything possible. Used by one thread.
 */
final class Possible {
  /** How often something happened, on a fact that exists because it happened. */
  private static final Set<String> AT_LEAST_ONE = Set.of("Activity.count", "Exposure.shown");

  private final FactType fact;
  private final Map<String, Property> properties;
  private final Map<String, Values> byName = new HashMap<>();

  Possible(FactType fact, Map<String, Property> properties) {
    this.fact = fact;
    this.properties = properties;
  }

  /** What one property can be. */
  private static final class Values {
    private double least = Double.NEGATIVE_INFINITY;
    private double most = Double.POSITIVE_INFINITY;
    private @Nullable Set<Object> among;
    private final Set<Object> never = new HashSet<>();
    private boolean unknown;
    private boolean known;

    void keep(Set<Object> values) {
      known = true;
      if (among == null) among = new HashSet<>(values);
      else among.retainAll(values);
    }

    boolean isEmpty() {
      if (unknown && known || least > most) return true;
      return among != null && among.stream().noneMatch(this::allows);
    }

    private boolean allows(Object value) {
      if (never.contains(value)) return false;
      return !(value instanceof Double number) || number >= least && number <= most;
    }
  }

  /** The first property that can be nothing any more; null when all can be something. */
  @Nullable String impossible() {
    return byName.entrySet().stream()
        .filter(each -> each.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  void require(Expression test) {
    if (test instanceof Expression.Property property) {
      of(property.name()).keep(Set.of(true));
    } else if (test instanceof Unary unary && unary.of() instanceof Expression.Property property) {
      of(property.name()).keep(Set.of(false));
    } else if (test instanceof Among among && among.left() instanceof Expression.Property left) {
      among(of(left.name()), among);
    } else if (test instanceof Binary binary
        && binary.left() instanceof Expression.Property left
        && binary.right() instanceof Literal right) {
      compared(left.name(), binary.operator(), right.value());
    }
  }

  private void among(Values values, Among among) {
    if (!among.values().stream().allMatch(Literal.class::isInstance)) return;
    List<Object> named =
        among.values().stream().map(each -> plain(((Literal) each).value())).toList();
    if (among.negated()) values.never.addAll(named);
    else values.keep(new HashSet<>(named));
  }

  private void compared(String name, String operator, Object literal) {
    Values values = of(name);
    Object value = plain(literal);
    switch (operator) {
      case "==" -> {
        if (value == Null.NULL) values.unknown = true;
        else values.keep(Set.of(value));
      }
      case "!=" -> {
        if (value == Null.NULL) values.known = true;
        else values.never.add(value);
      }
      case "<", "<=", ">", ">=" -> {
        if (value instanceof Double number) bounded(name, values, operator, number);
      }
      default -> {}
    }
  }

  private void bounded(String name, Values values, String operator, double number) {
    values.known = true;
    Property property = properties.get(name);
    boolean whole = property != null && property.type() == PropertyType.WHOLE;
    double above = whole ? Math.floor(number) + 1 : Math.nextUp(number);
    double below = whole ? Math.ceil(number) - 1 : Math.nextDown(number);
    switch (operator) {
      case "<" -> values.most = Math.min(values.most, below);
      case "<=" -> values.most = Math.min(values.most, number);
      case ">" -> values.least = Math.max(values.least, above);
      default -> values.least = Math.max(values.least, number);
    }
  }

  private Values of(String name) {
    return byName.computeIfAbsent(
        name,
        key -> {
          Values values = new Values();
          Property property = properties.get(key);
          boolean counted =
              property != null && property.field() == null && property.type().isNumeric();
          if (counted) values.least = AT_LEAST_ONE.contains(fact.word() + "." + key) ? 1 : 0;
          return values;
        });
  }

  /** Numbers compare as {@code Double}, so that 3 and 3.0 are one. */
  private static Object plain(Object value) {
    return value instanceof Number number ? (Object) number.doubleValue() : value;
  }
}
