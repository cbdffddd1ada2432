package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expressions;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads facts by property name, for explanations only: evaluation never comes here. */
final class FactReader {
  /** Kept with the fact's class, so that they go when it goes. */
  private static final ClassValue<Map<String, Method>> READERS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private FactReader() {}

  /** The properties that constraints read, each once, sorted. */
  static List<String> properties(Collection<Constraint> constraints) {
    return constraints.stream()
        .flatMap(each -> Expressions.parts(each.expression()))
        .filter(Expression.Property.class::isInstance)
        .map(each -> ((Expression.Property) each).name())
        .distinct()
        .sorted()
        .toList();
  }

  /** The values of properties, in their order; unknown values are left out. */
  static Map<String, Object> read(Object fact, List<String> properties) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String name : properties) {
      Object value = value(fact, name);
      if (value != null) values.put(name, value);
    }
    return values;
  }

  static @Nullable Object value(Object fact, String name) {
    try {
      Class<?> type = fact.getClass();
      Map<String, Method> readers = READERS.get(type);
      Method reader = readers.get(name);
      if (reader == null) {
        reader = reader(type, name);
        readers.put(name, reader);
      }
      return reader.invoke(fact);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a checked rule reads unknown property " + name, e);
    }
  }

  private static Method reader(Class<?> type, String name) throws NoSuchMethodException {
    return type.isRecord()
        ? type.getMethod(name)
        : type.getMethod("get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }
}
