package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.WrittenPattern;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.evaluate.ConditionVerdict;
import dev.attune.engine.rule.evaluate.ConditionVerdict.Form;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.evaluate.RuleVerdict;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the first failing condition of each rule rests on: whatever set of changes makes a rule
 * match, one of them must change this.
 */
final class Stops {
  private final Release release;
  private final Keys keys;

  Stops(Release release, Keys keys) {
    this.release = release;
    this.keys = keys;
  }

  Set<String> ofProposing(String action, Situation situation) {
    Facts facts = Snapshot.of(situation.known(), release.content().vocabulary(), situation.now());
    Set<String> stops = new LinkedHashSet<>();
    add(release.whyNot(facts, situation.visit(), action), facts, situation, stops, new HashSet<>());
    return stops;
  }

  private void add(
      List<RuleVerdict> verdicts,
      Facts facts,
      Situation situation,
      Set<String> stops,
      Set<String> segmentsAsked) {
    for (RuleVerdict verdict : verdicts) {
      if (verdict.matched()) continue;
      for (ConditionVerdict condition : verdict.conditions()) {
        boolean stopping = !condition.holds();
        for (WrittenPattern pattern : WrittenPattern.within(release.content(), condition.place())) {
          if (stopping || pattern.binds()) stops.addAll(keys.of(pattern));
          if (!stopping || pattern.fact() != FactType.SEGMENT) continue;
          for (String segment : pattern.names())
            addSegment(segment, condition, facts, situation, stops, segmentsAsked);
        }
      }
    }
  }

  /** A segment to be had needs its rules to match; one to be lost is lost in any condition. */
  private void addSegment(
      String segment,
      ConditionVerdict stop,
      Facts facts,
      Situation situation,
      Set<String> stops,
      Set<String> segmentsAsked) {
    if (!segmentsAsked.add(segment)) return;
    if (stop.form() == Form.FACT)
      add(
          release.whyNotSegment(facts, situation.visit(), segment),
          facts,
          situation,
          stops,
          segmentsAsked);
    else stops.addAll(keys.ofDeriving(segment));
  }
}
