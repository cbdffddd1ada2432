package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.evaluate.Selection.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways in which rules matched, at most twenty for each rule. Used by one thread. */
final class Matches {
  private static final int WAYS_PER_RULE = 20;

  /**
   * One of them.
   *
   * @param order of its rule
   */
  record Way(int order, Match match) {}

  private final List<Way> ways = new ArrayList<>();
  private @Nullable WalkedRule last;
  private int ofLast;

  /** Every way in which the rules for some placements match. */
  static List<Match> of(Lanes lanes, Row row, Set<String> placementIds) {
    Matches matches = new Matches();
    lanes.selection(placementIds).forEach(row.facts, (Entry each) -> matches.walk(each, row));
    return matches.sorted();
  }

  private void walk(Entry selected, Row row) {
    for (Conjunction way : selected.ways()) {
      way.walk(row, match -> !add(selected.rule(), way, match));
    }
  }

  /**
   * Takes a way of a rule, all of whose ways come one after the other.
   *
   * @return whether there is room for another way of this rule
   */
  boolean add(WalkedRule rule, Conjunction way, Row row) {
    ofLast = rule == last ? ofLast + 1 : 1;
    last = rule;
    if (ofLast <= WAYS_PER_RULE) {
      ways.add(new Way(rule.order(), new Match(rule.rule().ref(), facts(way, row))));
    }
    return ofLast < WAYS_PER_RULE;
  }

  List<Way> ways() {
    return List.copyOf(ways);
  }

  /** Of other rules. */
  void add(List<Way> others) {
    ways.addAll(others);
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

  /** Those of the rules behind some candidates, in the order of rules. */
  List<Match> behind(List<Candidate> candidates) {
    Set<RuleRef> rules = new HashSet<>();
    for (Candidate each : candidates) rules.add(each.rule());
    List<Match> behind = sorted();
    behind.removeIf(each -> !rules.contains(each.rule()));
    return Collections.unmodifiableList(behind);
  }

  private List<Match> sorted() {
    ways.sort(Comparator.comparingInt(Way::order));
    List<Match> sorted = new ArrayList<>(ways.size());
    for (Way each : ways) sorted.add(each.match());
    return sorted;
  }
}
