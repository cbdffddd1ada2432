package dev.attune.engine.explain;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Property;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.evaluate.ConditionVerdict;
import dev.attune.engine.rule.evaluate.ConditionVerdict.Form;
import dev.attune.engine.rule.evaluate.ConstraintVerdict;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.evaluate.RuleVerdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where the rules that may propose an action stopped, through segments down to facts. */
final class Misses {
  private final Release release;
  private final WrittenRules rules;
  private final Facts facts;
  private final VisitContext visit;
  private final Set<String> segmentsAsked = new HashSet<>();

  Misses(Release release, WrittenRules rules, Facts facts, VisitContext visit) {
    this.release = release;
    this.rules = rules;
    this.facts = facts;
    this.visit = visit;
  }

  List<Miss> of(String action) {
    return of(release.whyNot(facts, visit, action));
  }

  private List<Miss> of(List<RuleVerdict> verdicts) {
    List<Miss> misses = new ArrayList<>();
    for (RuleVerdict verdict : verdicts) {
      Optional<ConditionVerdict> stop = verdict.stoppedBy();
      if (stop.isPresent()) misses.add(miss(verdict, stop.get()));
    }
    return misses;
  }

  private Miss miss(RuleVerdict verdict, ConditionVerdict stop) {
    WrittenPattern written = rules.patternAt(stop.place()).orElse(null);
    ConstraintVerdict failing = stop.form() == Form.NONE_OF ? null : stop.failing().orElse(null);
    boolean otherFact =
        failing != null
            && written != null
            && failing.property() != null
            && written.isName(failing.property());
    if (failing != null && !otherFact) return constraint(verdict, stop, failing, written);
    return written == null
        ? whole(verdict, stop, "", null, null, List.of())
        : absent(verdict, stop, written);
  }

  private static Miss constraint(
      RuleVerdict verdict,
      ConditionVerdict stop,
      ConstraintVerdict failing,
      @Nullable WrittenPattern written) {
    return new Miss(
        verdict.rule(),
        failing.place(),
        stop.form(),
        stop.form() == Form.TOTAL ? stop.what() : fact(stop, written),
        failing.text(),
        failing.property(),
        failing.actual(),
        failing.operator(),
        failing.needed(),
        List.of());
  }

  /** No such fact at all: a count that is not there is zero, a time that is not there unknown. */
  private Miss absent(RuleVerdict verdict, ConditionVerdict stop, WrittenPattern written) {
    Binary comparison =
        stop.form() == Form.NONE_OF ? null : written.comparisonWithNothing().orElse(null);
    return whole(verdict, stop, written.text(), comparison, written, through(stop, written));
  }

  private static Miss whole(
      RuleVerdict verdict,
      ConditionVerdict stop,
      String text,
      @Nullable Binary comparison,
      @Nullable WrittenPattern written,
      List<Miss> through) {
    String property = comparison == null ? null : ((Property) comparison.left()).name();
    return new Miss(
        verdict.rule(),
        stop.place(),
        stop.form(),
        fact(stop, written),
        text,
        property,
        property == null || WrittenPattern.isTime(property) ? null : (Object) 0,
        comparison == null ? null : comparison.operator(),
        comparison == null ? null : ((Literal) comparison.right()).value(),
        through);
  }

  /** E.g. {@code Feature tone-suggestions}, or only its kind when that is all there is to say. */
  private static String fact(ConditionVerdict stop, @Nullable WrittenPattern written) {
    if (written == null) return stop.what();
    return (written.fact().word() + " " + String.join(" or ", written.names())).strip();
  }

  /** Where the rules of a missing segment stopped; each segment once, so that it ends. */
  private List<Miss> through(ConditionVerdict stop, WrittenPattern written) {
    if (written.fact() != FactType.SEGMENT || stop.form() == Form.NONE_OF) return List.of();
    List<Miss> misses = new ArrayList<>();
    for (String segment : written.names()) {
      if (segmentsAsked.add(segment))
        misses.addAll(of(release.whyNotSegment(facts, visit, segment)));
    }
    return misses;
  }
}
