package dev.attune.engine.rule.lint;

import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.Term;
import dev.attune.engine.rule.Text;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Condition.Accumulated;
import dev.attune.engine.rule.condition.Condition.Pattern;
import dev.attune.engine.rule.condition.Conditions;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Variable;
import dev.attune.engine.rule.condition.Expressions;
import dev.attune.engine.rule.condition.Variables.Bound;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lints ask of content. */
final class Rules {
  private Rules() {}

  static List<CheckedRule> all(Content content) {
    return content.rules();
  }

  static Stream<Propose> proposals(Content content) {
    return all(content).stream()
        .flatMap(rule -> rule.consequences().stream())
        .filter(Propose.class::isInstance)
        .map(Propose.class::cast);
  }

  /** Cards another card's content opens, such as the tour behind a button. */
  static Set<String> openedFromContent(Content content) {
    Set<String> opened = new TreeSet<>();
    content.cards().values().forEach(card -> addTours(card.content(), opened));
    return opened;
  }

  private static void addTours(Object content, Set<String> opened) {
    if (content instanceof List<?> list) list.forEach(each -> addTours(each, opened));
    if (!(content instanceof Map<?, ?> map)) return;
    if (map.get("tour") instanceof String tour) opened.add(tour);
    map.values().forEach(each -> addTours(each, opened));
  }

  /** True when it proposes an action per item, so that another rule may propose it for others. */
  static boolean aboutItems(CheckedRule rule) {
    return rule.consequences().stream()
        .anyMatch(each -> each instanceof Propose propose && propose.about() != null);
  }

  /** Variables whose values reach the person, each where it is first written. */
  private static Collection<Term.Variable> spoken(Propose propose) {
    Map<String, Term.Variable> byName = new LinkedHashMap<>();
    addVariables(propose.because(), byName);
    propose.with().values().forEach(term -> addVariables(term, byName));
    return byName.values();
  }

  /**
   * A value put into a sentence somebody reads.
   *
   * @param bound what the variable is bound to
   */
  record Quote(Term.Variable variable, Bound bound) {}

  /** Every variable whose value reaches a person, with what it is bound to. */
  static Stream<Quote> quotes(Content content) {
    return all(content).stream()
        .flatMap(
            rule ->
                rule.consequences().stream()
                    .filter(Propose.class::isInstance)
                    .map(Propose.class::cast)
                    .flatMap(propose -> quotes(rule, propose)));
  }

  private static Stream<Quote> quotes(CheckedRule rule, Propose propose) {
    return spoken(propose).stream()
        .flatMap(
            variable ->
                rule.variables().get(variable.name()).stream()
                    .map(bound -> new Quote(variable, bound)));
  }

  static Set<String> usedVariables(CheckedRule rule) {
    Set<String> names =
        tests(rule.conditions())
            .filter(Variable.class::isInstance)
            .map(each -> ((Variable) each).name())
            .collect(Collectors.toCollection(TreeSet::new));
    for (Consequence each : rule.consequences()) {
      if (!(each instanceof Propose propose)) continue;
      spoken(propose).forEach(variable -> names.add(variable.name()));
      if (propose.about() != null) names.add(propose.about().name());
    }
    return names;
  }

  private static Stream<Expression> tests(List<Condition> conditions) {
    Stream<Constraint> inPatterns =
        Conditions.patterns(conditions).stream().map(Pattern::constraints).flatMap(List::stream);
    Stream<Constraint> overTotals =
        conditions.stream()
            .filter(Accumulated.class::isInstance)
            .flatMap(each -> ((Accumulated) each).constraints().stream());
    return Stream.concat(inPatterns, overTotals)
        .flatMap(each -> Expressions.parts(each.expression()));
  }

  private static void addVariables(Term term, Map<String, Term.Variable> byName) {
    if (term instanceof Term.Variable variable) byName.putIfAbsent(variable.name(), variable);
    if (term instanceof Text text) text.parts().forEach(part -> addVariables(part, byName));
    if (term instanceof Term.Arithmetic arithmetic) {
      addVariables(arithmetic.left(), byName);
      addVariables(arithmetic.right(), byName);
    }
  }
}
