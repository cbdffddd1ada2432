package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.text.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which segments a rule's conditions look at. */
public final class SegmentsRead {
  private SegmentsRead() {}

  /**
   * Their names, in order.
   *
   * @param all every segment there is: a pattern without a plain name looks at all of them
   */
  public static Set<String> in(List<Condition> conditions, Set<String> all) {
    Set<String> segments = new TreeSet<>();
    for (Pattern pattern : Conditions.patterns(conditions)) {
      if (pattern.fact() == FactType.SEGMENT) segments.addAll(names(pattern, all));
    }
    return segments;
  }

  private static Set<String> names(Pattern pattern, Set<String> all) {
    Map<String, Place> named = named(pattern);
    return named.isEmpty() ? all : named.keySet();
  }

  /** The names one pattern asks for, each where it stands; empty when it looks at all of them. */
  public static Map<String, Place> named(Pattern pattern) {
    for (Constraint constraint : pattern.constraints()) {
      Expression test = constraint.expression();
      boolean equals = test instanceof Binary binary && binary.operator().equals("==");
      boolean among = test instanceof Among in && !in.negated();
      if (!equals && !among) continue;
      Map<String, Place> literals = new LinkedHashMap<>();
      Expressions.parts(test)
          .filter(Literal.class::isInstance)
          .map(Literal.class::cast)
          .forEach(each -> literals.putIfAbsent(String.valueOf(each.value()), each.place()));
      if (!literals.isEmpty()) return literals;
    }
    return Map.of();
  }
}
