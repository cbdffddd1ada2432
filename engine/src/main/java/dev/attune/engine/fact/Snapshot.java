package dev.attune.engine.fact;

import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Purpose;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is known about a person into the facts of one moment: consent first, then ages and
 * windows in the person's zone. A value of another type than its field has now counts as unknown.
 * Without consent to personalisation only the profile fields of other purposes remain, each under
 * its own consent.
 */
public final class Snapshot {
  private static final int HOUR = 3600;

  private Snapshot() {}

  public static Facts of(Known known, Vocabulary vocabulary, Instant now) {
    Learnt learnt = known.learnt().usable(vocabulary, known.consent());
    ZoneId zone = known.zone();
    if (!known.consent().allows(Purpose.PERSONALISATION))
      return new Facts(
          known.person(),
          now,
          zone,
          new Daily(learnt.profile(), List.of(), List.of(), List.of()),
          List.of());
    LocalDate today = LocalDate.ofInstant(now, zone);
    Daily daily =
        learnt.on(today, zone, vocabulary, () -> daily(learnt, vocabulary, Days.of(today, zone)));
    return new Facts(known.person(), now, zone, daily, items(learnt, vocabulary, now));
  }

  private static Daily daily(Learnt learnt, Vocabulary vocabulary, Days days) {
    return new Daily(
        learnt.profile(),
        activities(learnt, vocabulary, days),
        features(learnt, vocabulary),
        exposures(learnt, days));
  }

  private static List<Activity> activities(Learnt known, Vocabulary vocabulary, Days days) {
    List<Activity> activities = new ArrayList<>(known.counters().size());
    for (Counter counter : known.counters().values()) {
      if (!vocabulary.events().containsKey(counter.event())) continue;
      activities.add(
          new Activity(
              counter.event(),
              counter.count(),
              counter.recent().between(days.weekStart, days.tomorrow),
              counter.recent().between(days.monthStart, days.tomorrow),
              days.since(counter.first()),
              days.since(counter.last())));
    }
    return activities;
  }

  private static List<Feature> features(Learnt known, Vocabulary vocabulary) {
    List<Feature> features = new ArrayList<>(vocabulary.features().size());
    for (FeatureType type : vocabulary.features().values()) {
      int uses = count(known, type.adoptedBy());
      FeatureType after = type.after() == null ? null : vocabulary.features().get(type.after());
      features.add(
          new Feature(
              type.name(),
              uses > 0,
              type.critical(),
              uses > 0 ? 0 : count(known, type.opportunity()),
              uses,
              after == null || count(known, after.adoptedBy()) > 0));
    }
    return features;
  }

  private static int count(Learnt known, @Nullable String event) {
    Counter counter = event == null ? null : known.counters().get(event);
    return counter == null ? 0 : counter.count();
  }

  private static List<Item> items(Learnt known, Vocabulary vocabulary, Instant now) {
    List<Item> items = new ArrayList<>(known.items().size());
    for (ItemState item : known.items().values()) {
      Instant touched = item.touchedAt() == null ? item.closedAt() : item.touchedAt();
      if (touched == null || !vocabulary.items().containsKey(item.kind())) continue;
      long idle = Math.max(0, now.getEpochSecond() - touched.getEpochSecond()) / HOUR;
      String state = item.isOpen() ? "open" : "closed";
      items.add(new Item(item.kind(), item.id(), item.title(), state, (int) idle));
    }
    return items;
  }

  private static List<Exposure> exposures(Learnt known, Days days) {
    List<Exposure> exposures = new ArrayList<>(known.encounters().size());
    Map<String, Exposure> overItems = null;
    for (Encounters met : known.encounters().values()) {
      if (met.shown().isEmpty()) continue;
      Exposure exposure = exposure(met, days);
      if (exposure.action().equals(met.action())) {
        exposures.add(exposure);
      } else {
        if (overItems == null) overItems = new TreeMap<>();
        overItems.merge(exposure.action(), exposure, Exposure::plus);
      }
    }
    if (overItems != null) exposures.addAll(overItems.values());
    return exposures;
  }

  private static Exposure exposure(Encounters met, Days days) {
    Instant last = met.shown().get(met.shown().size() - 1);
    return new Exposure(
        ActionKey.action(met.action()),
        met.shownTotal(),
        met.dismissed(),
        met.accepted(),
        days.since(last));
  }

  /** The calendar round one day, in one zone. */
  private record Days(ZoneId zone, long today, int weekStart, int monthStart, int tomorrow) {
    static Days of(LocalDate today, ZoneId zone) {
      return new Days(
          zone,
          today.toEpochDay(),
          start(today.minusDays(6), zone),
          start(today.minusDays(29), zone),
          start(today.plusDays(1), zone));
    }

    private static int start(LocalDate day, ZoneId zone) {
      return Recent.quarter(day.atStartOfDay(zone).toInstant());
    }

    int since(Instant at) {
      long offset = zone.getRules().getOffset(at).getTotalSeconds();
      long day = Math.floorDiv(at.getEpochSecond() + offset, 24L * HOUR);
      return (int) Math.max(0, today - day);
    }
  }
}
