package dev.attune.engine.explain.flip;

import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.VisitContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was known when a decision was made, to be changed one fact at a time. Immutable. */
record Situation(Known known, VisitContext visit, Instant now) {
  Situation profile(String field, @Nullable ProfileValue value) {
    return of(
        known.consent(),
        changed(known.profile(), field, value),
        known.counters(),
        known.items(),
        known.encounters(),
        known.attention());
  }

  Situation counter(String event, @Nullable Counter counter) {
    return of(
        known.consent(),
        known.profile(),
        changed(known.counters(), event, counter),
        known.items(),
        known.encounters(),
        known.attention());
  }

  Situation item(String key, @Nullable ItemState item) {
    return of(
        known.consent(),
        known.profile(),
        known.counters(),
        changed(known.items(), key, item),
        known.encounters(),
        known.attention());
  }

  Situation encounters(String action, @Nullable Encounters encounters) {
    return of(
        known.consent(),
        known.profile(),
        known.counters(),
        known.items(),
        changed(known.encounters(), action, encounters),
        known.attention());
  }

  Situation attention(Attention attention) {
    return of(
        known.consent(),
        known.profile(),
        known.counters(),
        known.items(),
        known.encounters(),
        attention);
  }

  Situation consent(Consent consent) {
    return of(
        consent,
        known.profile(),
        known.counters(),
        known.items(),
        known.encounters(),
        known.attention());
  }

  Situation visit(String field, @Nullable Object value) {
    return new Situation(known, new VisitContext(changed(visit.values(), field, value)), now);
  }

  private Situation of(
      Consent consent,
      Map<String, ProfileValue> profile,
      Map<String, Counter> counters,
      Map<String, ItemState> items,
      Map<String, Encounters> encounters,
      Attention attention) {
    Known other =
        new Known(
            known.person(),
            known.zone(),
            consent,
            profile,
            counters,
            items,
            encounters,
            attention,
            known.surfaces());
    return new Situation(other, visit, now);
  }

  private static <V> Map<String, V> changed(Map<String, V> map, String key, @Nullable V value) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    if (value == null) changed.remove(key);
    else changed.put(key, value);
    return changed;
  }
}
