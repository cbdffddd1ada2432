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
 *
 * @param isLasting segments stay as long as the facts of the day
 */
record SegmentRules(List<WalkedRule> inOrder, boolean isLasting) {
  static final SegmentRules NONE = new SegmentRules(List.of(), true);

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
    boolean lasting = inOrder.stream().allMatch(rule -> Lasting.are(rule.alternatives(), true));
    return Optional.of(new SegmentRules(List.copyOf(inOrder), lasting));
  }

  private static boolean isReady(WalkedRule rule, Set<String> undecided) {
    Set<String> read = SegmentsRead.in(rule.rule().conditions(), undecided);
    return Collections.disjoint(read, undecided);
  }

  /** Adds the person's segments to the facts; false when the limit was hit. */
  boolean derive(Row row) {
    DaySheet.Derived known = row.facts.day().derived();
    if (!isLasting || known == null) return deriveAnew(row);
    row.take(known.steps());
    row.facts.take(known);
    return !row.isExhausted();
  }

  private boolean deriveAnew(Row row) {
    int before = row.stepsLeft();
    for (WalkedRule rule : inOrder)
      if (matches(rule, row)) rule.segments().forEach(row.facts::derive);
    if (row.isExhausted()) return false;
    if (isLasting) row.facts.day().keep(row.facts.derived(before - row.stepsLeft()));
    return true;
  }

  private static boolean matches(WalkedRule rule, Row row) {
    boolean[] matched = new boolean[1];
    rule.walk(
        row,
        way -> {
          matched[0] = true;
          return true;
        });
    return matched[0];
  }
}
