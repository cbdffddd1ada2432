package dev.attune.engine.scenario;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.rule.evaluate.ConditionVerdict;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.evaluate.RuleVerdict;
import dev.attune.engine.text.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rules the scenarios made fire and made stay silent, and which conditions were seen to stop
 * a rule. Notes every rule on every decision, so it costs more than deciding; {@link #NONE} notes
 * nothing. Used by one thread.
 */
public final class Coverage {
  public static final Coverage NONE = new Coverage(false);

  private final boolean noting;
  private final Map<Place, Rule> rules = new LinkedHashMap<>();

  private Coverage(boolean noting) {
    this.noting = noting;
  }

  public static Coverage noting() {
    return new Coverage(true);
  }

  /**
   * How a rule fared over all decisions.
   *
   * @param heldOnly conditions that never stopped it, so that leaving them out goes unnoticed
   */
  public record RuleCoverage(RuleRef rule, int fired, int silent, List<Place> heldOnly) {
    /** Fires in one decision and stays silent in another. */
    public boolean isCovered() {
      return fired > 0 && silent > 0;
    }
  }

  private static final class Rule {
    final RuleRef ref;
    final Set<Place> conditions = new TreeSet<>();
    final Set<Place> stopped = new TreeSet<>();
    int fired;
    int silent;

    Rule(RuleRef ref) {
      this.ref = ref;
    }
  }

  void note(DecisionRecord made, Release release) {
    if (!noting) return;
    Facts facts = Snapshot.of(made.known(), release.content().vocabulary(), made.at());
    for (RuleVerdict verdict : release.verdicts(facts, made.visit())) {
      Rule rule = rules.computeIfAbsent(verdict.rule().place(), at -> new Rule(verdict.rule()));
      if (verdict.matched()) rule.fired++;
      else rule.silent++;
      verdict.conditions().forEach(one -> rule.conditions.add(one.place()));
      verdict.stoppedBy().map(ConditionVerdict::place).ifPresent(rule.stopped::add);
    }
  }

  /** By rule, in the release's order. */
  public List<RuleCoverage> byRule() {
    List<RuleCoverage> byRule = new ArrayList<>();
    for (Rule rule : rules.values()) {
      List<Place> heldOnly =
          rule.conditions.stream().filter(place -> !rule.stopped.contains(place)).toList();
      byRule.add(new RuleCoverage(rule.ref, rule.fired, rule.silent, heldOnly));
    }
    return byRule;
  }
}
