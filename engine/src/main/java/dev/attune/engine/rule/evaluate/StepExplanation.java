package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.evaluate.ConditionVerdict.Form;
import dev.attune.engine.rule.evaluate.Step.EachFact;
import dev.attune.engine.rule.evaluate.Step.Totalled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how one step fares, with what the steps before it have bound in the row. */
final class StepExplanation {
  private StepExplanation() {}

  static ConditionVerdict of(Step step, boolean holds, Row row) {
    if (step instanceof EachFact each) return fact(each, Form.FACT, holds, row);
    if (step instanceof Totalled totalled) return total(totalled, holds, row);
    if (step instanceof Step.SomeOf some) {
      return group(some, Form.SOME_OF, some.alternatives(), holds, row);
    }
    return group(step, Form.NONE_OF, ((Step.NoneOf) step).alternatives(), holds, row);
  }

  private static ConditionVerdict fact(EachFact each, Form form, boolean holds, Row row) {
    Object[] facts = row.facts.all(each.type());
    Object nearest = null;
    int most = -1;
    int passing = 0;
    for (Object fact : facts) {
      row.bind(each.slot(), fact);
      int passes = leading(each.tests(), row);
      if (passes == each.tests().length) passing++;
      if (passes <= most) continue;
      most = passes;
      nearest = fact;
    }
    return new ConditionVerdict(
        each.written().place(),
        form,
        each.type().word(),
        holds,
        facts.length,
        passing,
        nearest == null ? List.of() : constraints(each.tests(), each.slot(), nearest, facts, row));
  }

  /** How many tests pass before the first that fails. */
  private static int leading(Test[] tests, Row row) {
    int passes = 0;
    while (passes < tests.length && tests[passes].passes(row)) passes++;
    return passes;
  }

  private static List<ConstraintVerdict> constraints(
      Test[] tests, int slot, Object told, Object[] facts, Row row) {
    List<ConstraintVerdict> verdicts = new ArrayList<>();
    for (Test test : tests) {
      int alone = 0;
      for (Object fact : facts) {
        row.bind(slot, fact);
        if (test.passes(row)) alone++;
      }
      row.bind(slot, told);
      verdicts.add(Comparison.of(test, told, alone, row));
    }
    return verdicts;
  }

  /** A group of one pattern is told as that pattern; a larger one by its number of ways. */
  private static ConditionVerdict group(
      Step step, Form form, List<Conjunction> alternatives, boolean holds, Row row) {
    if (alternatives.size() == 1
        && alternatives.get(0).steps().size() == 1
        && alternatives.get(0).steps().get(0) instanceof EachFact each) {
      ConditionVerdict inner = fact(each, form, holds, row);
      return new ConditionVerdict(
          step.written().place(),
          form,
          inner.what(),
          holds,
          inner.facts(),
          inner.passing(),
          inner.constraints());
    }
    int[] ways = new int[1];
    for (Conjunction each : alternatives) {
      each.walk(
          row,
          way -> {
            ways[0]++;
            return false;
          });
    }
    return new ConditionVerdict(
        step.written().place(), form, "group", holds, ways[0], ways[0], List.of());
  }

  private static ConditionVerdict total(Totalled step, boolean holds, Row row) {
    @Nullable Object result = step.result(row);
    row.bind(step.slot(), result);
    int[] ways = new int[1];
    step.over()
        .walk(
            row,
            way -> {
              ways[0]++;
              return false;
            });
    row.bind(step.slot(), result);
    List<ConstraintVerdict> verdicts =
        result == null
            ? List.of()
            : Arrays.stream(step.tests())
                .map(test -> Comparison.of(test, null, test.passes(row) ? 1 : 0, row))
                .toList();
    return new ConditionVerdict(
        step.written().place(), Form.TOTAL, "total", holds, ways[0], holds ? 1 : 0, verdicts);
  }
}
