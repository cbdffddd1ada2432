package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Condition.Absent;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Conditions;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.condition.Properties;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A rule whose conditions contradict each other. */
final class NeverMatches implements Lint {
  @Override
  public String code() {
    return "never-matches";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Properties properties = new Properties(content.vocabulary());
    for (CheckedRule rule : Rules.all(content)) {
      Map<FactType, List<Constraint>> single = new EnumMap<>(FactType.class);
      for (Pattern pattern : Conditions.patterns(rule.conditions())) {
        contradiction(pattern.fact(), pattern.constraints(), properties, diagnostics);
      }
      for (Condition each : rule.conditions()) {
        if (!(each instanceof Pattern pattern)) continue;
        if (pattern.fact().isSingle()) {
          single
              .computeIfAbsent(pattern.fact(), fact -> new ArrayList<>())
              .addAll(pattern.constraints());
        }
        refused(pattern, rule.conditions(), diagnostics);
      }
      // There is one profile and one visit, so what several patterns ask must hold at once.
      single.forEach((fact, all) -> contradiction(fact, all, properties, diagnostics));
    }
  }

  private void contradiction(
      FactType fact, List<Constraint> constraints, Properties properties, Diagnostics diagnostics) {
    Possible possible = new Possible(fact, properties.of(fact));
    for (Constraint constraint : constraints) {
      if (constraint.binds() != null) continue;
      for (Expression each : Expressions.conjuncts(constraint.expression()).toList()) {
        possible.require(each);
        String impossible = possible.impossible();
        if (impossible == null) continue;
        warn(
            Expressions.start(each),
            "no value of \"" + impossible + "\" fits. " + advice(fact),
            diagnostics);
        return;
      }
    }
  }

  private static String advice(FactType fact) {
    return switch (fact) {
      case ACTIVITY -> "\"Never did\" reads: not Activity( event == \"…\" )";
      case EXPOSURE -> "\"Never shown\" reads: not Exposure( action == \"…\" )";
      default -> "The rule never matches";
    };
  }

  /** A fact that is asked for and, in another line, must not be there. */
  private void refused(Pattern pattern, List<Condition> conditions, Diagnostics diagnostics) {
    for (Condition each : conditions) {
      if (each instanceof Absent absent && Implication.holds(pattern, absent.of())) {
        warn(
            absent.place(), "another line asks for this fact. The rule never matches", diagnostics);
      }
    }
  }

  private void warn(Place place, String message, Diagnostics diagnostics) {
    diagnostics.warning(place, code(), message);
  }
}
