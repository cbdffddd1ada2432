package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.evaluate.Selection.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Tells the ways in which rules match. */
final class Matches {
  private static final int WAYS_PER_RULE = 20;

  private Matches() {}

  static List<Match> of(Lanes lanes, Row row, Set<String> placementIds) {
    List<WalkedRule> rules = new ArrayList<>();
    lanes.selection(placementIds).forEach(row.facts, (Entry each) -> rules.add(each.rule()));
    rules.sort(Comparator.comparingInt(WalkedRule::order));
    return of(rules, row);
  }

  static List<Match> of(Collection<WalkedRule> rules, Row row) {
    List<Match> matches = new ArrayList<>();
    for (WalkedRule rule : rules) add(rule, row, matches);
    return matches;
  }

  private static void add(WalkedRule rule, Row row, List<Match> matches) {
    int end = matches.size() + WAYS_PER_RULE;
    for (Conjunction way : rule.alternatives()) {
      way.walk(
          row,
          match -> {
            matches.add(new Match(rule.rule().ref(), facts(way, match)));
            return matches.size() == end;
          });
    }
  }

  private static List<MatchedFact> facts(Conjunction way, Row row) {
    List<MatchedFact> facts = new ArrayList<>();
    for (Step step : way.steps()) {
      if (!(step instanceof Step.EachFact each)) continue;
      Object fact = row.bound(each.slot());
      if (fact == null) continue;
      facts.add(
          new MatchedFact(
              each.type(), FactReader.read(fact, each.reads()), each.written().place()));
    }
    return facts;
  }
}
