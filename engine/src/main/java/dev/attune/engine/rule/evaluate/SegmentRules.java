package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.FactType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that put a person into segments, in an order in which each comes after those it reads.
 * Immutable.
 */
record SegmentRules(List<WalkedRule> inOrder) {
  private static final String ANY = "*";

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
    return rule.rule().conditions().stream()
        .flatMap(SegmentRules::segmentsRead)
        .noneMatch(name -> name.equals(ANY) ? !undecided.isEmpty() : undecided.contains(name));
  }

  private static Stream<String> segmentsRead(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      if (pattern.fact() != FactType.SEGMENT) return Stream.of();
      return Stream.of(
          pattern.constraints().stream()
              .filter(each -> each.binds() == null)
              .map(each -> Keys.nameAskedFor(FactType.SEGMENT, each.expression()))
              .filter(java.util.Objects::nonNull)
              .findFirst()
              .orElse(ANY));
    }
    return parts(condition).stream().flatMap(SegmentRules::segmentsRead);
  }

  private static List<Condition> parts(Condition condition) {
    if (condition instanceof Condition.Absent absent) return List.of(absent.of());
    if (condition instanceof Condition.Present present) return List.of(present.of());
    if (condition instanceof Condition.All all) return all.of();
    if (condition instanceof Condition.Any any) return any.of();
    if (condition instanceof Condition.Accumulated totals) return List.of(totals.over());
    return List.of();
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
