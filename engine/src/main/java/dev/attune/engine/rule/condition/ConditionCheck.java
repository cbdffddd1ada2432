package dev.attune.engine.rule.condition;

import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.All;
import dev.attune.engine.rule.condition.Condition.Any;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Condition.Present;
import dev.attune.engine.rule.condition.Condition.Total;
import dev.attune.engine.rule.condition.Variables.Bound;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks conditions against what is declared: names, types, variables. */
public final class ConditionCheck {
  private final Names names;
  private final Properties properties;
  private final Diagnostics diagnostics;

  public ConditionCheck(Names names, Properties properties, Diagnostics diagnostics) {
    this.names = names;
    this.properties = properties;
    this.diagnostics = diagnostics;
  }

  /** Checks a rule's conditions and returns the variables its {@code then} part may use. */
  public Variables check(List<Condition> conditions) {
    Variables variables = new Variables();
    conditions.forEach(each -> check(each, variables));
    return variables;
  }

  private void check(Condition condition, Variables variables) {
    if (condition instanceof Pattern pattern) {
      pattern(pattern, variables);
    } else if (condition instanceof All all) {
      all.of().forEach(each -> check(each, variables));
    } else if (condition instanceof Any any) {
      any.of().forEach(each -> alone(each, variables));
    } else if (condition instanceof Absent absent) {
      alone(absent.of(), variables);
    } else if (condition instanceof Present present) {
      alone(present.of(), variables);
    } else {
      accumulated((Accumulated) condition, variables);
    }
  }

  private void alone(Condition condition, Variables variables) {
    check(condition, variables.inner());
  }

  private void pattern(Pattern pattern, Variables variables) {
    if (pattern.variable() != null) {
      Bound whole = new Bound(null, pattern.fact(), null, true);
      bind(pattern.variable(), whole, pattern.place(), variables);
    }
    Set<String> known = new HashSet<>();
    for (Constraint each : pattern.constraints()) {
      if (each.binds() == null) known.addAll(Known.when(each.expression()));
    }
    Map<String, Property> own = properties.of(pattern.fact());
    for (Constraint each : pattern.constraints()) {
      constraint(each, pattern.fact(), own, known, variables);
    }
  }

  private void constraint(
      Constraint constraint,
      FactType fact,
      Map<String, Property> own,
      Set<String> known,
      Variables variables) {
    ExpressionCheck check = new ExpressionCheck(fact, own, names, variables, diagnostics);
    if (constraint.binds() == null) {
      check.test(constraint.expression());
      return;
    }
    if (!(constraint.expression() instanceof Expression.Property read)) {
      diagnostics.error(
          constraint.place(),
          "binding",
          "a variable is bound to a property, and tested in another constraint: $days : count,"
              + " count >= 3");
      return;
    }
    Side side = check.side(read);
    boolean certain = side.certain() || known.contains(read.name());
    Bound bound =
        new Bound(
            side.type() == null ? PropertyType.TEXT : side.type(),
            fact,
            own.get(read.name()),
            certain);
    bind(constraint.binds(), bound, constraint.place(), variables);
  }

  private void accumulated(Accumulated accumulated, Variables variables) {
    Variables inner = variables.inner();
    check(accumulated.over(), inner);
    for (Total total : accumulated.totals()) total(total, inner, variables);
    for (Constraint each : accumulated.constraints()) {
      if (each.binds() == null) {
        new ExpressionCheck(null, Map.of(), names, variables, diagnostics).test(each.expression());
      } else {
        diagnostics.error(each.place(), "binding", "bind totals before the second semicolon");
      }
    }
  }

  private void total(Total total, Variables inner, Variables variables) {
    PropertyType of = type(total.of(), inner);
    boolean counts = total.function().equals("count");
    if (!counts && of != null && !of.isNumeric()) {
      String message = total.function() + " computes with numbers, and this is none";
      Place computed = total.of() == null ? total.place() : total.of().place();
      diagnostics.error(computed, "type", message);
    }
    if (total.variable() == null) return;
    boolean fraction = total.function().equals("average") || of == PropertyType.NUMBER;
    // Over no facts at all the smallest, the greatest and the average are unknown.
    boolean certain = counts || total.function().equals("sum");
    PropertyType type = fraction && !counts ? PropertyType.NUMBER : PropertyType.WHOLE;
    bind(total.variable(), new Bound(type, null, null, certain), total.place(), variables);
  }

  private @Nullable PropertyType type(@Nullable Expression of, Variables inner) {
    if (!(of instanceof Expression.Variable variable)) return null;
    Bound bound = inner.get(variable.name()).orElse(null);
    if (bound == null) {
      String message = "\"" + variable.name() + "\" is not bound inside this accumulate";
      diagnostics.error(variable.place(), "unknown-variable", message);
      return null;
    }
    return bound.type();
  }

  private void bind(String name, Bound bound, Place place, Variables variables) {
    if (variables.bind(name, bound, place)) return;
    String message = "\"" + name + "\" is bound twice. Choose another name";
    diagnostics.error(place, "binding", message);
  }
}
