package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds where rules stop, by the same walk that evaluates them: the first condition up to which
 * nothing holds together is the one that stops the rule. Thread-safe.
 */
final class WhyNot {
  private final Lanes lanes;

  WhyNot(Lanes lanes) {
    this.lanes = lanes;
  }

  List<RuleVerdict> ofAction(Facts facts, VisitContext visit, String action) {
    return of(
        facts,
        visit,
        rule -> rule.offers().stream().anyMatch(offer -> offer.card().id().equals(action)));
  }

  List<RuleVerdict> ofSegment(Facts facts, VisitContext visit, String segment) {
    return of(facts, visit, rule -> rule.segments().contains(segment));
  }

  List<RuleVerdict> ofAll(Facts facts, VisitContext visit) {
    return of(facts, visit, rule -> true);
  }

  private List<RuleVerdict> of(Facts facts, VisitContext visit, Predicate<WalkedRule> asked) {
    Row row = lanes.explained(facts, visit);
    return lanes.walked().stream().filter(asked).map(rule -> verdict(rule, row)).toList();
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
