package dev.attune.engine.fact;

import dev.attune.engine.fact.Change.Arranged;
import dev.attune.engine.fact.Change.Closed;
import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.fact.Change.Touched;
import dev.attune.engine.fact.Change.Zoned;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each {@link Change} does to one person: the meaning every fact store is tested against. For
 * one thread at a time.
 */
final class Folding {
  static final int KEEP_ITEMS = 100;

  private final Trace trace;
  private final PersonId person;
  private final Map<String, ProfileValue> profile;
  private final Map<String, Counter> counters;
  private final Map<String, ItemState> items;
  private Map<String, Encounters> encounters;
  private Attention attention;
  private Surfaces surfaces;
  private ZoneId zone;

  Folding(Known known, Trace trace) {
    this.trace = trace;
    this.person = known.person();
    this.profile = new HashMap<>(known.profile());
    this.counters = new HashMap<>(known.counters());
    this.items = new HashMap<>(known.items());
    this.encounters = known.encounters();
    this.attention = known.attention();
    this.surfaces = known.surfaces();
    this.zone = known.zone();
  }

  Known known() {
    Map<Purpose, Boolean> granted = new EnumMap<>(Purpose.class);
    trace.decided.forEach((purpose, decision) -> granted.put(purpose, decision.granted()));
    return new Known(
        person,
        zone,
        granted.isEmpty() ? Consent.NONE : new Consent(granted),
        Map.copyOf(profile),
        Map.copyOf(counters),
        Map.copyOf(items),
        encounters,
        attention,
        surfaces);
  }

  void enter(Change change) {
    if (change instanceof Counted counted) count(Counter.once(counted.event(), counted.at()));
    if (change instanceof Touched touched)
      item(
          new ItemState(touched.kind(), touched.id(), title(touched.title()), touched.at(), null),
          touched.title() == null ? null : touched.at());
    if (change instanceof Closed closed)
      item(
          new ItemState(closed.kind(), closed.id(), title(closed.title()), null, closed.at()),
          closed.title() == null ? null : closed.at());
    if (change instanceof Learnt learnt) learn(learnt);
    if (change instanceof Arranged arranged)
      surfaces = surfaces.arrange(arranged.placement(), arranged.arrangement());
    if (change instanceof Zoned zoned) zone(zoned.zone(), zoned.at());
    if (change instanceof Consented consented) decide(consented);
  }

  /** Enters everything known of another person. */
  void enter(Known other, Trace theirs) {
    other.counters().values().forEach(this::count);
    other.items().forEach((key, item) -> item(item, theirs.titled.get(key)));
    other.profile().forEach((f, value) -> learn(new Learnt(f, value.value(), value.provenance())));
    theirs.forgotten.values().forEach(this::learn);
    theirs.decided.values().forEach(this::decide);
    if (theirs.zonedAt != null) zone(other.zone(), theirs.zonedAt);
    encounters = Merging.encounters(encounters, other.encounters());
    attention = Merging.attention(attention, other.attention());
    surfaces = surfaces.plus(other.surfaces());
    trace.addAll(theirs);
  }

  private void count(Counter counter) {
    counters.merge(counter.event(), counter, Counter::plus);
  }

  private void item(ItemState seen, @Nullable Instant titledAt) {
    String key = seen.kind() + '/' + seen.id();
    ItemState before = items.getOrDefault(key, seen);
    String title = before.title();
    if (titledAt != null && newTitle(key, title, seen.title(), titledAt)) {
      trace.titled.put(key, titledAt);
      title = seen.title();
    }
    items.put(
        key,
        new ItemState(
            seen.kind(),
            seen.id(),
            title,
            Times.laterKnown(before.touchedAt(), seen.touchedAt()),
            Times.laterKnown(before.closedAt(), seen.closedAt())));
    if (items.size() > KEEP_ITEMS) forgetOldestItem();
  }

  private boolean newTitle(String key, String before, String title, Instant at) {
    Instant known = trace.titled.get(key);
    if (known == null) return true;
    return at.isAfter(known) || (at.equals(known) && title.compareTo(before) > 0);
  }

  private void forgetOldestItem() {
    items.entrySet().stream()
        .min(
            Comparator.<Map.Entry<String, ItemState>, Instant>comparing(
                    entry -> lastSeen(entry.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .ifPresent(
            oldest -> {
              items.remove(oldest);
              trace.titled.remove(oldest);
              encounters = Merging.without(encounters, oldest);
            });
  }

  private static Instant lastSeen(ItemState item) {
    Instant last = Times.laterKnown(item.touchedAt(), item.closedAt());
    return last == null ? Instant.EPOCH : last;
  }

  private void learn(Learnt learnt) {
    trace.add(learnt);
    Learnt believed = trace.forgotten.get(learnt.field());
    ProfileValue value = profile.get(learnt.field());
    if (value != null) believed = new Learnt(learnt.field(), value.value(), value.provenance());
    if (believed != null && !Precedence.beats(learnt, believed)) return;
    if (learnt.value() == null) {
      profile.remove(learnt.field());
      trace.forgotten.put(learnt.field(), learnt);
    } else {
      trace.forgotten.remove(learnt.field());
      profile.put(learnt.field(), new ProfileValue(learnt.value(), learnt.provenance()));
    }
  }

  private void zone(ZoneId seen, Instant at) {
    Instant known = trace.zonedAt;
    boolean tieWon = at.equals(known) && seen.getId().compareTo(zone.getId()) > 0;
    if (known != null && !at.isAfter(known) && !tieWon) return;
    zone = seen;
    trace.zonedAt = at;
  }

  private void decide(Consented consented) {
    trace.add(consented);
    Consented before = trace.decided.get(consented.purpose());
    boolean wins =
        before == null
            || consented.at().isAfter(before.at())
            || (consented.at().equals(before.at()) && !consented.granted());
    if (wins) trace.decided.put(consented.purpose(), consented);
  }

  private static String title(@Nullable String title) {
    return title == null ? "" : title;
  }
}
