package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import java.util.List;
import java.util.stream.Stream;

/** Walks over conditions. */
public final class Conditions {
  private Conditions() {}

  /** Every pattern, however deep, in the author's order. */
  public static List<Pattern> patterns(List<Condition> conditions) {
    return conditions.stream().flatMap(Conditions::patterns).toList();
  }

  private static Stream<Pattern> patterns(Condition condition) {
    if (condition instanceof Pattern pattern) return Stream.of(pattern);
    if (condition instanceof All all) return all.of().stream().flatMap(Conditions::patterns);
    if (condition instanceof Any any) return any.of().stream().flatMap(Conditions::patterns);
    if (condition instanceof Absent absent) return patterns(absent.of());
    if (condition instanceof Present present) return patterns(present.of());
    return patterns(((Accumulated) condition).over());
  }
}
