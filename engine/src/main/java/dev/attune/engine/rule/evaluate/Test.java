package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Constraint;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.PredicateN;
import org.jspecify.annotations.Nullable;

/** One constraint of an author, as the rule compiler compiled it. Thread-safe. */
final class Test {
  private final Constraint constraint;
  private final @Nullable Predicate1<Object> ofOne;
  private final PredicateN ofMany;
  private final String[] variables;
  private final Argument[] arguments;
  private final @Nullable Function1<Object, Object> keyReader;

  /**
   * @param ofOne the same predicate without an array, when it has one argument
   * @param variables the compiler's names of the arguments
   * @param keyReader reads the property that is compared with a literal; null when there is none
   */
  Test(
      Constraint constraint,
      @Nullable Predicate1<Object> ofOne,
      PredicateN ofMany,
      String[] variables,
      Argument[] arguments,
      @Nullable Function1<Object, Object> keyReader) {
    this.constraint = constraint;
    this.ofOne = ofOne;
    this.ofMany = ofMany;
    this.variables = variables;
    this.arguments = arguments;
    this.keyReader = keyReader;
  }

  Constraint constraint() {
    return constraint;
  }

  @Nullable Function1<Object, Object> keyReader() {
    return keyReader;
  }

  /** The value of a variable it reads; null when unknown. */
  @Nullable Object variable(String name, Row row) {
    for (int i = 0; i < variables.length; i++) {
      if (CompiledPattern.isNamed(variables[i], name)) return arguments[i].value(row);
    }
    return null;
  }

  /** False also when an absent value keeps it from being evaluated. */
  boolean passes(Row row) {
    try {
      return ofOne == null
          ? ofMany.test(Argument.values(arguments, row))
          : ofOne.test(arguments[0].value(row));
    } catch (Exception absentValue) {
      return false;
    }
  }

  static boolean allPass(Test[] tests, Row row) {
    for (Test test : tests) if (!test.passes(row)) return false;
    return true;
  }
}
