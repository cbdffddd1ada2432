package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Segment;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.condition.FactType;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts of one evaluation by type and by name. Used by one thread. */
final class FactSheet {
  private final Keys keys;
  private final DaySheet day;
  private final Object[][] byType;
  private final Object[][][] byName;
  private @Nullable Set<String> segments;

  FactSheet(Keys keys, TypedFacts types, DaySheet day, Facts facts, VisitContext visit) {
    this.keys = keys;
    this.day = day;
    this.byType = day.byType();
    this.byName = day.byName();
    set(FactType.VISIT, types.visit(visit, facts));
    set(FactType.ITEM, facts.items().toArray());
    set(FactType.SEGMENT);
  }

  /** Those that stay the same all day. */
  DaySheet day() {
    return day;
  }

  private void set(FactType type, Object... facts) {
    byType[type.ordinal()] = facts;
  }

  Object[] all(FactType type) {
    return byType[type.ordinal()];
  }

  /**
   * The facts of one name.
   *
   * @param key what {@link Keys} numbered the name with; {@link Keys#NONE} for all facts
   */
  Object[] named(FactType type, int key) {
    if (key == Keys.NONE) return byType[type.ordinal()];
    Object[][] names = byName[type.ordinal()];
    if (names == null) {
      names = keys.sorted(type, byType[type.ordinal()]);
      byName[type.ordinal()] = names;
    }
    return names[key];
  }

  /** Puts the person into a segment, once. */
  void derive(String segment) {
    Segment derived = new Segment(segment);
    int type = FactType.SEGMENT.ordinal();
    if (Arrays.asList(byType[type]).contains(derived)) return;
    byType[type] = Keys.with(byType[type], derived);
    if (byName[type] == null) return;
    int key = keys.numberOf(FactType.SEGMENT, derived);
    if (key != Keys.NONE) byName[type][key] = Keys.with(byName[type][key], derived);
  }

  /** All segments, derived before. */
  void take(DaySheet.Derived all) {
    byType[FactType.SEGMENT.ordinal()] = all.segments();
    byName[FactType.SEGMENT.ordinal()] = all.byName();
    segments = all.names();
  }

  /** All segments, when no other will be derived. */
  DaySheet.Derived derived(int steps) {
    int type = FactType.SEGMENT.ordinal();
    return new DaySheet.Derived(
        segments(), byType[type], keys.sorted(FactType.SEGMENT, byType[type]), steps);
  }

  Set<String> segments() {
    if (segments != null) return segments;
    Object[] derived = all(FactType.SEGMENT);
    if (derived.length == 0) return Set.of();
    Set<String> names = new LinkedHashSet<>();
    for (Object segment : derived) names.add(((Segment) segment).name());
    return Collections.unmodifiableSet(names);
  }
}
