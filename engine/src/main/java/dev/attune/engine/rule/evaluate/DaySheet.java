package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.rule.condition.FactType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Those facts of a person that stay the same all day, as the rules of one release see them, and
 * what these have found in them: until a fact changes nothing is found out twice. Bounded; refers
 * to no rule, so that it keeps no release that is over. Thread-safe: two threads may find out the
 * same at the same time.
 */
final class DaySheet {
  private static final int TYPES = FactType.values().length;

  /** Answers to different questions; somebody who asks more of them is answered anew. */
  private static final int MOST = 4;

  private final Object[][] byType = new Object[TYPES][];
  private final Object[][][] byName = new Object[TYPES][][];
  private volatile List<Findings> findings = List.of();
  private volatile @Nullable Derived derived;

  /**
   * The segments that rules derived.
   *
   * @param byName by the number of their name
   * @param steps it took
   */
  record Derived(Set<String> names, Object[] segments, Object[][] byName, int steps) {}

  DaySheet(Keys keys, TypedFacts types, Facts facts) {
    byType[FactType.PROFILE.ordinal()] = new Object[] {types.profile(facts)};
    set(FactType.ACTIVITY, facts.activities(), keys);
    set(FactType.FEATURE, facts.features(), keys);
    set(FactType.EXPOSURE, facts.exposures(), keys);
  }

  private void set(FactType type, List<?> facts, Keys keys) {
    Object[] all = facts.toArray();
    byType[type.ordinal()] = all;
    byName[type.ordinal()] = keys.sorted(type, all);
  }

  /** Facts of these types: they stay all day. */
  static boolean holds(FactType type) {
    return switch (type) {
      case PROFILE, ACTIVITY, FEATURE, EXPOSURE -> true;
      case VISIT, ITEM, SEGMENT -> false;
    };
  }

  /** To be completed. */
  Object[][] byType() {
    return byType.clone();
  }

  /** To be completed. */
  Object[][][] byName() {
    return byName.clone();
  }

  /** What was found when this was asked before. */
  @Nullable Findings found(Findings.Question asked) {
    for (Findings each : findings) if (each.asked().equals(asked)) return each;
    return null;
  }

  void keep(Findings made) {
    List<Findings> kept = findings;
    int from = Math.max(0, kept.size() + 1 - MOST);
    Findings[] more = new Findings[kept.size() - from + 1];
    for (int i = from; i < kept.size(); i++) more[i - from] = kept.get(i);
    more[more.length - 1] = made;
    findings = List.of(more);
  }

  @Nullable Derived derived() {
    return derived;
  }

  void keep(Derived found) {
    derived = found;
  }
}
