package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where rules stop, by the same walk that evaluates them: the first condition up to which
 * nothing holds together is the one that stops the rule. Thread-safe.
 */
final class WhyNot {
  private final Lanes lanes;
  private final Map<String, Set<WalkedRule>> proposing = new HashMap<>();
  private final Map<String, Set<WalkedRule>> deriving = new HashMap<>();

  WhyNot(Lanes lanes) {
    this.lanes = lanes;
    for (WalkedRule rule : lanes.walked()) {
      rule.offers().forEach(offer -> named(offer.card().id(), proposing).add(rule));
      rule.segments().forEach(segment -> named(segment, deriving).add(rule));
    }
  }

  private static Set<WalkedRule> named(String name, Map<String, Set<WalkedRule>> rules) {
    return rules.computeIfAbsent(name, absent -> new LinkedHashSet<>());
  }

  /** Whether some rule that can be walked proposes the action. */
  boolean proposes(Facts facts, VisitContext visit, String action) {
    Row row = lanes.explained(facts, visit);
    for (WalkedRule rule : proposing.getOrDefault(action, Set.of())) {
      for (Conjunction way : rule.alternatives()) if (way.walk(row, Sink.FIRST)) return true;
    }
    return false;
  }

  List<RuleVerdict> ofAction(Facts facts, VisitContext visit, String action) {
    return of(facts, visit, proposing.getOrDefault(action, Set.of()));
  }

  List<RuleVerdict> ofSegment(Facts facts, VisitContext visit, String segment) {
    return of(facts, visit, deriving.getOrDefault(segment, Set.of()));
  }

  List<RuleVerdict> ofAll(Facts facts, VisitContext visit) {
    return of(facts, visit, lanes.walked());
  }

  List<RuleVerdict> ofEachWayToAction(Facts facts, VisitContext visit, String action) {
    return ofEachWay(facts, visit, proposing.getOrDefault(action, Set.of()));
  }

  List<RuleVerdict> ofEachWayToSegment(Facts facts, VisitContext visit, String segment) {
    return ofEachWay(facts, visit, deriving.getOrDefault(segment, Set.of()));
  }

  private List<RuleVerdict> ofEachWay(Facts facts, VisitContext visit, Set<WalkedRule> asked) {
    Row row = lanes.explained(facts, visit);
    List<RuleVerdict> verdicts = new ArrayList<>();
    for (WalkedRule rule : asked) {
      for (Conjunction way : rule.alternatives()) verdicts.add(verdict(rule, way, row));
    }
    return verdicts;
  }

  private List<RuleVerdict> of(Facts facts, VisitContext visit, Iterable<WalkedRule> asked) {
    Row row = lanes.explained(facts, visit);
    List<RuleVerdict> verdicts = new ArrayList<>();
    for (WalkedRule rule : asked) verdicts.add(verdict(rule, row));
    return verdicts;
  }

  private static RuleVerdict verdict(WalkedRule rule, Row row) {
    RuleVerdict furthest = null;
    for (Conjunction way : rule.alternatives()) {
      RuleVerdict verdict = verdict(rule, way, row);
      if (verdict.matched()) return verdict;
      if (furthest == null || verdict.conditions().size() > furthest.conditions().size()) {
        furthest = verdict;
      }
    }
    return furthest == null ? new RuleVerdict(rule.rule().ref(), false, List.of()) : furthest;
  }

  private static RuleVerdict verdict(WalkedRule rule, Conjunction way, Row row) {
    List<ConditionVerdict> conditions = new ArrayList<>();
    for (int length = 1; length <= way.steps().size(); length++) {
      boolean holds = way.prefix(length).walk(row, Sink.FIRST) && !row.isExhausted();
      if (!holds) way.prefix(length - 1).walk(row, Sink.FIRST);
      conditions.add(StepExplanation.of(way.steps().get(length - 1), holds, row));
      if (!holds) return new RuleVerdict(rule.rule().ref(), false, conditions);
    }
    return new RuleVerdict(rule.rule().ref(), true, conditions);
  }
}
