package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.SegmentsRead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that put a person into segments, in an order in which each comes after those it reads.
 * Immutable.
 */
record SegmentRules(List<WalkedRule> inOrder) {
  /** Nothing when rules read each other in a circle: then only a session can settle them. */
  static Optional<SegmentRules> of(List<WalkedRule> rules) {
    List<WalkedRule> left = new ArrayList<>(rules);
    List<WalkedRule> inOrder = new ArrayList<>();
    while (!left.isEmpty()) {
      Set<String> undecided = new HashSet<>();
      left.forEach(rule -> undecided.addAll(rule.segments()));
      Optional<WalkedRule> next =
          left.stream().filter(rule -> isReady(rule, undecided)).findFirst();
      if (next.isEmpty()) return Optional.empty();
      inOrder.add(next.get());
      left.remove(next.get());
    }
    return Optional.of(new SegmentRules(List.copyOf(inOrder)));
  }

  private static boolean isReady(WalkedRule rule, Set<String> undecided) {
    Set<String> read = SegmentsRead.in(rule.rule().conditions(), undecided);
    return Collections.disjoint(read, undecided);
  }

  /** Adds the person's segments to the facts. */
  void derive(Row row) {
    for (WalkedRule rule : inOrder) {
      boolean[] matched = new boolean[1];
      rule.walk(
          row,
          way -> {
            matched[0] = true;
            return true;
          });
      if (matched[0]) rule.segments().forEach(row.facts::derive);
    }
  }
}
