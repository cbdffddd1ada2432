package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Constraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins an author's conditions with what the rule compiler made of them, pattern by pattern in the
 * order both keep, into steps that can be walked without a session.
 */
final class RuleReader {
  private final Keys keys;
  private final Map<Condition, CompiledPattern> compiled = new IdentityHashMap<>();

  private RuleReader(Keys keys) {
    this.keys = keys;
  }

  /**
   * The rule's alternatives, or nothing when the compiler's form is not the one expected.
   *
   * @param patterns of the compiled rule, in its order
   */
  static Optional<List<Conjunction>> read(
      List<Condition> conditions, List<CompiledPattern> patterns, Keys keys) {
    RuleReader reader = new RuleReader(keys);
    try {
      List<CompiledPattern> left = new ArrayList<>(patterns);
      for (Condition each : conditions) reader.pair(each, left);
      if (!left.isEmpty()) return Optional.empty();
      List<Conjunction> drafts = List.of(new Conjunction(List.of(), Map.of()));
      for (Condition each : conditions) drafts = reader.extend(drafts, each);
      return Optional.of(drafts);
    } catch (NotWalkable other) {
      return Optional.empty();
    }
  }

  private void pair(Condition condition, List<CompiledPattern> left) {
    if (condition instanceof Condition.Pattern pattern) {
      take(pattern, pattern.fact().word(), pattern.constraints(), left);
    } else if (condition instanceof Condition.Accumulated accumulated) {
      take(accumulated, CompiledPattern.TOTALS, accumulated.constraints(), left);
      pair(accumulated.over(), left);
    } else {
      for (Condition each : parts(condition)) pair(each, left);
    }
  }

  private void take(
      Condition condition, String type, List<Constraint> constraints, List<CompiledPattern> left) {
    if (left.isEmpty()) throw new NotWalkable();
    CompiledPattern next = left.remove(0);
    boolean same = next.type().equals(type) && next.tests().size() == tests(constraints).size();
    if (!same) throw new NotWalkable();
    compiled.put(condition, next);
  }

  private static List<Condition> parts(Condition condition) {
    if (condition instanceof Condition.Absent absent) return List.of(absent.of());
    if (condition instanceof Condition.Present present) return List.of(present.of());
    if (condition instanceof Condition.All all) return all.of();
    if (condition instanceof Condition.Any any) return any.of();
    throw new NotWalkable();
  }

  static List<Constraint> tests(List<Constraint> constraints) {
    return constraints.stream().filter(each -> each.binds() == null).toList();
  }

  private List<Conjunction> conjunctions(Condition condition, Map<String, Argument> outer) {
    return extend(List.of(new Conjunction(List.of(), outer)), condition);
  }

  private List<Conjunction> extend(List<Conjunction> drafts, Condition condition) {
    if (condition instanceof Condition.All all) {
      List<Conjunction> extended = drafts;
      for (Condition each : all.of()) extended = extend(extended, each);
      return extended;
    }
    if (condition instanceof Condition.Any any) {
      return any.of().stream().flatMap(each -> extend(drafts, each).stream()).toList();
    }
    return drafts.stream().map(draft -> with(draft, condition)).toList();
  }

  private Conjunction with(Conjunction draft, Condition condition) {
    Map<String, Argument> scope = new HashMap<>(draft.scope());
    List<Step> steps = new ArrayList<>(draft.steps());
    steps.add(step(condition, scope));
    return new Conjunction(List.copyOf(steps), Map.copyOf(scope));
  }

  /** Adds what the condition binds to the scope. */
  private Step step(Condition condition, Map<String, Argument> scope) {
    if (condition instanceof Condition.Absent absent) {
      return new Step.NoneOf(absent, conjunctions(absent.of(), scope));
    }
    if (condition instanceof Condition.Present present) {
      return new Step.SomeOf(present, conjunctions(present.of(), scope));
    }
    CompiledPattern pattern = compiled.get(condition);
    if (pattern == null) throw new NotWalkable();
    if (condition instanceof Condition.Pattern written) {
      scope.putAll(pattern.variables());
      return eachFact(written, pattern, scope);
    }
    return totalled((Condition.Accumulated) condition, pattern, scope);
  }

  private Step totalled(
      Condition.Accumulated written, CompiledPattern pattern, Map<String, Argument> scope) {
    List<Conjunction> over = conjunctions(written.over(), scope);
    if (over.size() != 1 || pattern.totals().size() != written.totals().size()) {
      throw new NotWalkable();
    }
    Conjunction source = over.get(0);
    Total[] totals = new Total[pattern.totals().size()];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = pattern.totals().get(i).in(source.scope(), written.totals().get(i));
    }
    scope.putAll(pattern.variables());
    return new Step.Totalled(
        written, source, totals, pattern.slot(), tests(written.constraints(), pattern, scope));
  }

  private Step eachFact(
      Condition.Pattern written, CompiledPattern pattern, Map<String, Argument> scope) {
    Test[] tests = tests(written.constraints(), pattern, scope);
    for (int i = 0; i < tests.length; i++) {
      int key = keys.numberOf(written.fact(), tests[i].constraint().expression());
      if (key == Keys.NONE) continue;
      List<Test> open = new ArrayList<>(List.of(tests));
      open.remove(i);
      return Step.EachFact.of(written, key, pattern.slot(), tests, open.toArray(Test[]::new));
    }
    return Step.EachFact.of(written, Keys.NONE, pattern.slot(), tests, tests);
  }

  private static Test[] tests(
      List<Constraint> constraints, CompiledPattern pattern, Map<String, Argument> scope) {
    List<Constraint> written = tests(constraints);
    Test[] tests = new Test[written.size()];
    for (int i = 0; i < tests.length; i++) {
      tests[i] = pattern.tests().get(i).of(written.get(i), scope);
    }
    return tests;
  }

  /** The compiler's form is another than expected; the rule takes a session instead. */
  static final class NotWalkable extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
