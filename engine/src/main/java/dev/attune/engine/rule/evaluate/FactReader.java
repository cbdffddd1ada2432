package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expressions;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads facts by property name, for explanations only: evaluation never comes here. */
final class FactReader {
  private FactReader() {}

  /** The values of all properties the constraints read; unknown values are left out. */
  static Map<String, Object> read(Object fact, Collection<Constraint> constraints) {
    Set<String> names = new LinkedHashSet<>();
    constraints.stream()
        .flatMap(each -> Expressions.parts(each.expression()))
        .forEach(
            each -> {
              if (each instanceof Expression.Property property) names.add(property.name());
            });
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : names) {
      Object value = value(fact, name);
      if (value != null) values.put(name, value);
    }
    return values;
  }

  static @Nullable Object value(Object fact, String name) {
    try {
      Method reader =
          fact instanceof Record
              ? fact.getClass().getMethod(name)
              : fact.getClass()
                  .getMethod(
                      "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
      return reader.invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a checked rule reads unknown property " + name, e);
    }
  }
}
