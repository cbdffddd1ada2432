package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.condition.Constraint;
import java.util.List;
import java.util.stream.Collectors;

/** The text of conditions without what does not matter: spaces and order. */
final class Normal {
  private Normal() {}

  static String of(Condition condition) {
    if (condition instanceof Pattern pattern) {
      String name = pattern.variable() == null ? "" : pattern.variable() + ":";
      return name + pattern.fact().word() + of(pattern.constraints());
    }
    if (condition instanceof All all) return "all" + join(all.of());
    if (condition instanceof Any any) return "any" + join(any.of());
    if (condition instanceof Absent absent) return "not(" + of(absent.of()) + ")";
    if (condition instanceof Present present) return "exists(" + of(present.of()) + ")";
    Accumulated accumulated = (Accumulated) condition;
    String totals =
        accumulated.totals().stream()
            .map(each -> each.variable() + ":" + each.function())
            .collect(Collectors.joining(","));
    return of(accumulated.over()) + totals + of(accumulated.constraints());
  }

  static String of(Constraint constraint) {
    return constraint.text().replaceAll("\\s+", "");
  }

  private static String of(List<Constraint> constraints) {
    return constraints.stream().map(Normal::of).sorted().collect(Collectors.joining(",", "(", ")"));
  }

  private static String join(List<Condition> conditions) {
    return conditions.stream().map(Normal::of).sorted().collect(Collectors.joining(",", "(", ")"));
  }
}
