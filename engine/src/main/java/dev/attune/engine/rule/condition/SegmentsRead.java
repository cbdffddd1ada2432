package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Expression.Among;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
    for (Constraint constraint : pattern.constraints()) {
      Expression test = constraint.expression();
      boolean equals = test instanceof Binary binary && binary.operator().equals("==");
      boolean among = test instanceof Among in && !in.negated();
      if (!equals && !among) continue;
      Set<String> literals =
          Expressions.parts(test)
              .filter(Literal.class::isInstance)
              .map(each -> String.valueOf(((Literal) each).value()))
              .collect(Collectors.toSet());
      if (!literals.isEmpty()) return literals;
    }
    return all;
  }
}
