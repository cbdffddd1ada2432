package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.TermText;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.condition.ConditionText;
import dev.attune.engine.rule.condition.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of conditions without what does not matter: spaces and order. */
public final class Normal {
  private Normal() {}

  /** What a rule says, whatever its name and wherever it stands. */
  public static List<Object> of(CheckedRule rule) {
    List<Object> meaning = new ArrayList<>();
    rule.conditions().stream().map(Normal::of).sorted().forEach(meaning::add);
    for (Consequence each : rule.consequences()) {
      if (each instanceof Derive derive) meaning.add(derive.segment());
      if (each instanceof Propose propose) meaning.add(of(propose));
    }
    return meaning;
  }

  private static List<Object> of(Propose propose) {
    Map<String, String> with = new TreeMap<>();
    propose.with().forEach((name, term) -> with.put(name, TermText.of(term)));
    return List.of(
        propose.action(),
        TermText.of(propose.because()),
        with,
        propose.weight(),
        propose.about() == null ? "" : propose.about().name());
  }

  public static String of(Condition condition) {
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
        accumulated.totals().stream().map(ConditionText::of).collect(Collectors.joining(","));
    return of(accumulated.over()) + totals + of(accumulated.constraints());
  }

  static String of(Constraint constraint) {
    return ConditionText.of(constraint);
  }

  private static String of(List<Constraint> constraints) {
    return constraints.stream().map(Normal::of).sorted().collect(Collectors.joining(",", "(", ")"));
  }

  private static String join(List<Condition> conditions) {
    return conditions.stream().map(Normal::of).sorted().collect(Collectors.joining(",", "(", ")"));
  }
}
