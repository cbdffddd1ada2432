package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.evaluate.CompiledPattern.CompiledTest;
import dev.attune.engine.rule.evaluate.CompiledPattern.CompiledTotal;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Accumulate;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.accessor.Accumulator;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.rule.constraint.Constraint;
import org.drools.model.AlphaIndex;
import org.drools.model.Binding;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Predicate1;
import org.drools.modelcompiler.constraints.BindingEvaluator;
import org.drools.modelcompiler.constraints.LambdaAccumulator;
import org.drools.modelcompiler.constraints.LambdaConstraint;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * Reads the patterns of compiled rules. The one place that knows the rule engine's inner classes;
 * they are no public contract, so the differential test guards every new version.
 */
final class CompiledRules {
  private CompiledRules() {}

  /** The patterns of a rule in the author's order; nothing when the rule has any other element. */
  static Optional<List<CompiledPattern>> patterns(Rule rule) {
    List<Pattern> found = new ArrayList<>();
    if (!(rule instanceof RuleImpl compiled) || !collect(compiled.getLhs(), found)) {
      return Optional.empty();
    }
    List<CompiledPattern> patterns = new ArrayList<>();
    for (int slot = 0; slot < found.size(); slot++) {
      Optional<CompiledPattern> pattern = pattern(found.get(slot), slot);
      if (pattern.isEmpty()) return Optional.empty();
      patterns.add(pattern.get());
    }
    return Optional.of(patterns);
  }

  private static boolean collect(RuleConditionElement element, List<Pattern> found) {
    if (element instanceof GroupElement group) {
      return group.getChildren().stream().allMatch(child -> collect(child, found));
    }
    if (!(element instanceof Pattern pattern)) return false;
    found.add(pattern);
    if (pattern.getSource() == null) return true;
    return pattern.getSource() instanceof Accumulate totals && collect(totals.getSource(), found);
  }

  private static Optional<CompiledPattern> pattern(Pattern pattern, int slot) {
    List<CompiledTest> tests = new ArrayList<>();
    for (Constraint constraint : pattern.getConstraints()) {
      if (constraint instanceof Declaration) continue;
      if (!(constraint instanceof LambdaConstraint lambda)) return Optional.empty();
      tests.add(test(lambda.getEvaluator().getConstraint()));
    }
    List<CompiledTotal> totals = new ArrayList<>();
    if (pattern.getSource() instanceof Accumulate source) {
      for (Accumulator each : source.getAccumulators()) {
        if (!(each instanceof LambdaAccumulator)) return Optional.empty();
        totals.add(total(each));
      }
    }
    return Optional.of(
        new CompiledPattern(type(pattern), slot, variables(pattern, slot), tests, totals));
  }

  private static String type(Pattern pattern) {
    if (pattern.getSource() != null) return CompiledPattern.TOTALS;
    return pattern.getObjectType() instanceof ClassObjectType type
        ? type.getClassType().getSimpleName()
        : "";
  }

  private static Map<String, Argument> variables(Pattern pattern, int slot) {
    Map<String, Argument> variables = new HashMap<>();
    for (Declaration each : pattern.getDeclarations().values()) {
      variables.put(each.getIdentifier(), argument(each, slot));
    }
    return variables;
  }

  private static Argument argument(Declaration declaration, int slot) {
    if (declaration.isPatternDeclaration()) return new Argument(slot, null);
    ReadAccessor accessor = declaration.getExtractor();
    return new Argument(slot, fact -> accessor.getValue((ValueResolver) null, fact));
  }

  @SuppressWarnings("unchecked")
  private static CompiledTest test(SingleConstraint constraint) {
    String[] names =
        Arrays.stream(constraint.getVariables()).map(Variable::getName).toArray(String[]::new);
    Function1<Object, Object> reader =
        constraint.getIndex() instanceof AlphaIndex<?, ?> index
            ? (Function1<Object, Object>) index.getLeftOperandExtractor()
            : null;
    Predicate1<Object> ofOne = names.length == 1 ? inner(constraint.getPredicate1()) : null;
    return new CompiledTest(names, constraint.getPredicate(), ofOne, reader);
  }

  @SuppressWarnings("unchecked")
  private static Predicate1<Object> inner(Predicate1<?> predicate) {
    boolean wraps =
        predicate instanceof Predicate1.Impl<?> wrapper
            && wrapper.getLambda() instanceof Predicate1<?>;
    Object inner = wraps ? ((Predicate1.Impl<?>) predicate).getLambda() : predicate;
    return (Predicate1<Object>) inner;
  }

  @SuppressWarnings("unchecked")
  private static CompiledTotal total(Accumulator accumulator) {
    var function =
        (AccumulateFunction<Serializable>)
            inside(LambdaAccumulator.class, "accumulateFunction", accumulator);
    if (!(accumulator instanceof LambdaAccumulator.BindingAcc)) {
      return new CompiledTotal(function, null);
    }
    Object evaluator = inside(LambdaAccumulator.BindingAcc.class, "binding", accumulator);
    return new CompiledTotal(
        function, (Binding) inside(BindingEvaluator.class, "binding", evaluator));
  }

  private static Object inside(Class<?> type, String name, Object object) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return Objects.requireNonNull(field.get(object));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("another version of the rule engine than built for", e);
    }
  }
}
