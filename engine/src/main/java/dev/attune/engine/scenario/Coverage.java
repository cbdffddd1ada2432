package dev.attune.engine.scenario;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.rule.evaluate.ConditionVerdict;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.evaluate.RuleVerdict;
import dev.attune.engine.text.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which rules the scenarios made fire and made stay silent, and which conditions were seen to stop
 * a rule. A decision counts for the rules whose actions have a place in what it asks for: elsewhere
 * nobody looks at what they do. Notes every rule on every decision, so it costs more than deciding;
 * {@link #NONE} notes nothing. Used by one thread.
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
    Set<Place> asked = asked(made, release.content());
    Facts facts = Snapshot.of(made.known(), release.content().vocabulary(), made.at());
    for (RuleVerdict verdict : release.verdicts(facts, made.visit())) {
      Rule rule = rules.computeIfAbsent(verdict.rule().place(), at -> new Rule(verdict.rule()));
      if (!asked.contains(verdict.rule().place())) continue;
      if (verdict.matched()) rule.fired++;
      else rule.silent++;
      verdict.conditions().forEach(one -> rule.conditions.add(one.place()));
      verdict.stoppedBy().map(ConditionVerdict::place).ifPresent(rule.stopped::add);
    }
  }

  /**
   * The rules whose doing shows: those that derive segments, and those with a place to propose to.
   */
  private static Set<Place> asked(DecisionRecord made, Content content) {
    Set<String> placements =
        made.asked().stream().map(PlacementRequest::id).collect(Collectors.toSet());
    return content.rules().stream()
        .filter(
            rule -> rule.consequences().stream().anyMatch(each -> shows(each, placements, content)))
        .map(rule -> rule.ref().place())
        .collect(Collectors.toSet());
  }

  private static boolean shows(Consequence consequence, Set<String> placements, Content content) {
    if (!(consequence instanceof Propose propose)) return true;
    ActionCard card = content.cards().get(propose.action());
    return card != null && !Collections.disjoint(card.placements(), placements);
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
