package dev.attune.engine.explain.flip;

import dev.attune.engine.explain.flip.Flip.FactChange;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.vocabulary.FeatureType;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.Instant;
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

  private Edit edit(String key, String event, @Nullable Counter now, int count, int days) {
    Instant at = situation.now().atZone(situation.known().zone()).minusDays(days).toInstant();
    Counter other = new Counter(event, count, at, at, Recent.NONE.plus(at, count));
    FactChange told = new FactChange(event, words(now), words(count, days));
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
    return words(counter.count(), (int) (today - last));
  }

  private static String words(int count, int days) {
    String times = count == 1 ? "once" : count + " times";
    return times + (days == 0 ? ", last today" : ", last " + days + " days ago");
  }
}
