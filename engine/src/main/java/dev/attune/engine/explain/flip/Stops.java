package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.condition.Constraint;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.evaluate.ConditionVerdict;
import dev.attune.engine.rule.evaluate.ConditionVerdict.Form;
import dev.attune.engine.rule.evaluate.ConstraintVerdict;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.evaluate.RuleVerdict;
import dev.attune.engine.text.Place;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the first failing condition of each way to an action rests on: whatever set of changes makes
 * the rules propose it, one of them must change this.
 */
final class Stops {
  private final Ground ground;
  private final Release release;
  private final Facts facts;
  private final VisitContext visit;
  private final Set<String> stops = new LinkedHashSet<>();
  private final Set<String> segmentsAsked = new HashSet<>();

  private Stops(Ground ground, Facts facts, VisitContext visit) {
    this.ground = ground;
    this.release = ground.release;
    this.facts = facts;
    this.visit = visit;
  }

  static Set<String> ofProposing(Ground ground, Facts facts, VisitContext visit, String action) {
    if (ground.release.mayBlock()) return ground.keys.ofProposing(action);
    Stops found = new Stops(ground, facts, visit);
    found.add(ground.release.waysTo(facts, visit, action));
    return found.stops;
  }

  private void add(List<RuleVerdict> ways) {
    for (RuleVerdict way : ways) {
      if (way.matched()) continue;
      for (ConditionVerdict condition : way.conditions()) {
        for (WrittenPattern pattern : ground.written.patternsAt(condition.place()))
          add(pattern, condition);
      }
    }
  }

  /** An earlier condition matters as well when it binds what a later one compares with. */
  private void add(WrittenPattern pattern, ConditionVerdict condition) {
    if (condition.holds()) {
      if (pattern.binds()) stops.addAll(ground.keys.of(pattern));
      return;
    }
    stops.addAll(failing(pattern, condition));
    if (pattern.fact() != FactType.SEGMENT) return;
    for (String segment : ground.keys.segments(pattern)) addSegment(segment, condition);
  }

  /** There is one profile and one visit: its first failing constraint has to change. */
  private Set<String> failing(WrittenPattern pattern, ConditionVerdict condition) {
    if (condition.form() != Form.FACT || !pattern.fact().isSingle()) return ground.keys.of(pattern);
    Place place = condition.failing().map(ConstraintVerdict::place).orElse(condition.place());
    for (Constraint constraint : pattern.pattern().constraints()) {
      if (constraint.place().equals(place)) return ground.keys.of(pattern, constraint);
    }
    return ground.keys.of(pattern);
  }

  /** A segment to be had needs its rules to match; one to be lost is lost in any condition. */
  private void addSegment(String segment, ConditionVerdict stop) {
    if (!segmentsAsked.add(segment)) return;
    if (stop.form() == Form.FACT) add(release.waysToSegment(facts, visit, segment));
    else stops.addAll(ground.keys.ofDeriving(segment));
  }
}
