package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.evaluate.RuleReader.NotWalkable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * What the rule compiler made of one pattern, freed from the compiler's own types.
 *
 * @param type simple name of the fact type, or {@link #TOTALS}
 * @param slot the pattern's number within its rule
 * @param variables what it binds, by the compiler's name
 * @param totals of an accumulate; empty for other patterns
 */
record CompiledPattern(
    String type,
    int slot,
    Map<String, Argument> variables,
    List<CompiledTest> tests,
    List<CompiledTotal> totals) {
  static final String TOTALS = "totals";

  /** A compiled predicate over variables that are known by name only. */
  record CompiledTest(
      String[] variables,
      PredicateN ofMany,
      @Nullable Predicate1<Object> ofOne,
      @Nullable Function1<Object, Object> keyReader) {
    Test of(Constraint constraint, Map<String, Argument> scope) {
      return new Test(constraint, ofOne, ofMany, variables, arguments(variables, scope), keyReader);
    }
  }

  /**
   * A compiled total.
   *
   * @param of the totalled expression; null when the function ignores its value
   */
  record CompiledTotal(
      AccumulateFunction<Serializable> function, org.drools.model.@Nullable Binding of) {
    Total in(Map<String, Argument> scope, Condition.Total written) {
      if (of == null) return unread(scope, written);
      String[] names =
          Arrays.stream(of.getInputVariables()).map(Variable::getName).toArray(String[]::new);
      Argument[] arguments = arguments(names, scope);
      return new Total(function, row -> of.eval(Argument.values(arguments, row)));
    }

    /** The compiler reads only the last pattern's variables by itself; the others we read. */
    private Total unread(Map<String, Argument> scope, Condition.Total written) {
      if (written.of() == null) return new Total(function, row -> row);
      if (!(written.of() instanceof Expression.Variable variable)) throw new NotWalkable();
      Argument argument =
          scope.entrySet().stream()
              .filter(each -> isNamed(each.getKey(), variable.name()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow(NotWalkable::new);
      return new Total(function, argument::value);
    }
  }

  /** Whether the compiler's name of a variable stands for the author's; inner ones get a suffix. */
  static boolean isNamed(String compiled, String written) {
    return compiled.equals(written) || compiled.startsWith(written + "_");
  }

  private static Argument[] arguments(String[] names, Map<String, Argument> scope) {
    Argument[] arguments = new Argument[names.length];
    for (int i = 0; i < names.length; i++) {
      Argument argument = scope.get(names[i]);
      if (argument == null) throw new NotWalkable();
      arguments[i] = argument;
    }
    return arguments;
  }
}
