package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Segment;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.condition.FactType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The facts of one evaluation by type and by name. Used by one thread. */
final class FactSheet {
  private static final int TYPES = FactType.values().length;
  private static final Object[] NOTHING = {};

  private final Keys keys;
  private final Object[][] byType = new Object[TYPES][];
  private final Object[][][] byName = new Object[TYPES][][];

  FactSheet(Keys keys, TypedFacts types, Facts facts, VisitContext visit) {
    this.keys = keys;
    set(FactType.PROFILE, facts.daily().typed(types, () -> types.profile(facts)));
    set(FactType.VISIT, types.visit(visit, facts));
    set(FactType.ACTIVITY, facts.activities().toArray());
    set(FactType.FEATURE, facts.features().toArray());
    set(FactType.ITEM, facts.items().toArray());
    set(FactType.EXPOSURE, facts.exposures().toArray());
    set(FactType.SEGMENT);
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
      names = sorted(type);
      byName[type.ordinal()] = names;
    }
    return names[key];
  }

  private Object[][] sorted(FactType type) {
    Object[][] names = new Object[keys.count(type)][];
    Arrays.fill(names, NOTHING);
    for (Object fact : byType[type.ordinal()]) {
      int key = keys.numberOf(type, fact);
      if (key != Keys.NONE) names[key] = with(names[key], fact);
    }
    return names;
  }

  private static Object[] with(Object[] facts, Object one) {
    Object[] more = Arrays.copyOf(facts, facts.length + 1);
    more[facts.length] = one;
    return more;
  }

  /** Puts the person into a segment, once. */
  void derive(String segment) {
    Segment derived = new Segment(segment);
    int type = FactType.SEGMENT.ordinal();
    if (Arrays.asList(byType[type]).contains(derived)) return;
    byType[type] = with(byType[type], derived);
    if (byName[type] == null) return;
    int key = keys.numberOf(FactType.SEGMENT, derived);
    if (key != Keys.NONE) byName[type][key] = with(byName[type][key], derived);
  }

  Set<String> segments() {
    Object[] derived = all(FactType.SEGMENT);
    if (derived.length == 0) return Set.of();
    Set<String> names = new LinkedHashSet<>();
    for (Object segment : derived) names.add(((Segment) segment).name());
    return names;
  }
}
