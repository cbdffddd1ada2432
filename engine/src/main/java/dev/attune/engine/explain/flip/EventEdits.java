package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.flip.Flip.FactChange;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How often, and how long ago, an event could have happened instead. */
final class EventEdits {
  private final Situation situation;
  private final Vocabulary vocabulary;
  private final Bounds bounds;

  EventEdits(Situation situation, Vocabulary vocabulary, Bounds bounds) {
    this.situation = situation;
    this.vocabulary = vocabulary;
    this.bounds = bounds;
  }

  List<Edit> of(String key, String event) {
    Counter now = situation.known().counters().get(event);
    List<Edit> edits = new ArrayList<>();
    if (now != null) more(now).forEach(times -> edits.add(again(key, now, times)));
    for (int days : days(event)) {
      for (int count : counts(event)) {
        if (count > 0) edits.add(edit(key, event, now, count, days));
      }
    }
    if (now != null)
      edits.add(
          new Edit(
              key,
              new FactChange(event, words(now), "never"),
              before -> before.counter(event, null)));
    return edits;
  }

  /** How many times more today would bring one of its numbers to a bound. */
  private Set<Integer> more(Counter now) {
    LocalDate today = situation.now().atZone(situation.known().zone()).toLocalDate();
    int week = since(today.minusDays(6), now);
    int month = since(today.minusDays(29), now);
    Set<Integer> more = new TreeSet<>();
    for (int bound : counts(now.event())) {
      for (int have : List.of(now.count(), week, month)) {
        if (bound > have) more.add(bound - have);
      }
    }
    return more;
  }

  private int since(LocalDate day, Counter counter) {
    ZoneId zone = situation.known().zone();
    int from = Recent.quarter(day.atStartOfDay(zone).toInstant());
    return counter.recent().between(from, Recent.quarter(situation.now()) + 1);
  }

  private Edit again(String key, Counter now, int times) {
    Instant at = situation.now();
    Counter more = now.plus(new Counter(now.event(), times, at, at, Recent.NONE.plus(at, times)));
    FactChange told = new FactChange(now.event(), words(now), words(more.count()) + ", last today");
    return new Edit(key, told, before -> before.counter(now.event(), more));
  }

  /** Other times than those it had: so many, all on one day. */
  private Edit edit(String key, String event, @Nullable Counter now, int count, int days) {
    Instant at = situation.now().atZone(situation.known().zone()).minusDays(days).toInstant();
    Counter other = new Counter(event, count, at, at, Recent.NONE.plus(at, count));
    String when = (count == 1 ? ", last " : ", all ") + day(days);
    FactChange told = new FactChange(event, words(now), words(count) + when);
    return new Edit(key, told, before -> before.counter(event, other));
  }

  private Set<Integer> counts(String event) {
    Set<Integer> counts = new TreeSet<>(List.of(1));
    for (String property : List.of("count", "last7Days", "last30Days"))
      counts.addAll(bounds.around(FactType.ACTIVITY, event, property));
    for (FeatureType feature : vocabulary.features().values()) {
      if (event.equals(feature.adoptedBy()))
        counts.addAll(bounds.around(FactType.FEATURE, feature.name(), "uses"));
      if (event.equals(feature.opportunity()))
        counts.addAll(bounds.around(FactType.FEATURE, feature.name(), "missedOpportunities"));
    }
    return counts;
  }

  private Set<Integer> days(String event) {
    Set<Integer> days = new TreeSet<>(List.of(0));
    for (String property : List.of("daysSinceLast", "daysSinceFirst"))
      days.addAll(bounds.around(FactType.ACTIVITY, event, property));
    if (!bounds.around(FactType.ACTIVITY, event, "last7Days").isEmpty()) days.add(8);
    if (!bounds.around(FactType.ACTIVITY, event, "last30Days").isEmpty()) days.add(31);
    return days;
  }

  private String words(@Nullable Counter counter) {
    if (counter == null) return "never";
    long last = counter.last().atZone(situation.known().zone()).toLocalDate().toEpochDay();
    long today = situation.now().atZone(situation.known().zone()).toLocalDate().toEpochDay();
    return words(counter.count()) + ", last " + day((int) (today - last));
  }

  private static String words(int count) {
    return count == 1 ? "once" : count + " times";
  }

  /** How many days ago, in words. */
  static String day(int ago) {
    return ago == 0 ? "today" : ago == 1 ? "yesterday" : ago + " days ago";
  }
}
