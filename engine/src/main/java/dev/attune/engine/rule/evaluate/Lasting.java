package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.FactType;
import java.util.List;

/**
 * Whether conditions hold in the same ways as long as the facts of the day stay: when they read
 * nothing else, except questions to the visit that are answered elsewhere.
 */
final class Lasting {
  private Lasting() {}

  /**
   * @param segments whether these stay
   */
  static boolean are(List<Conjunction> ways, boolean segments) {
    return ways.stream().flatMap(way -> way.steps().stream()).allMatch(step -> of(step, segments));
  }

  private static boolean of(Step step, boolean segments) {
    if (step instanceof Step.NoneOf none) return are(none.alternatives(), segments);
    if (step instanceof Step.SomeOf some) return are(some.alternatives(), segments);
    if (step instanceof Step.Totalled total) return are(List.of(total.over()), segments);
    Step.EachFact each = (Step.EachFact) step;
    if (each.type() == FactType.SEGMENT) return segments;
    return DaySheet.holds(each.type()) || each.type() == FactType.VISIT && isAnswered(each);
  }

  /** Nothing else of the fact is read, here or later. */
  private static boolean isAnswered(Step.EachFact each) {
    Condition.Pattern written = each.written();
    return each.open().length == 0
        && written.variable() == null
        && written.constraints().stream().allMatch(constraint -> constraint.binds() == null);
  }
}
