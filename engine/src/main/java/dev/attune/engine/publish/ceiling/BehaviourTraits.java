package dev.attune.engine.publish.ceiling;

import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.vocabulary.FeatureType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person can have done, have under way and have been shown. */
final class BehaviourTraits {
  private static final int MOST_ITEMS = 12;

  private final TraitsByKey traits;
  private final Map<String, FeatureType> features;
  private final Instant now;

  BehaviourTraits(TraitsByKey traits, Map<String, FeatureType> features, Instant now) {
    this.traits = traits;
    this.features = features;
    this.now = now;
  }

  void addFeature(String name, Literals literals) {
    FeatureType type = features.get(name);
    if (type == null) return;
    addEvent(type.adoptedBy(), literals);
    if (type.opportunity() != null) addEvent(type.opportunity(), literals);
    FeatureType before = type.after() == null ? null : features.get(type.after());
    if (before != null) addEvent(before.adoptedBy(), literals);
  }

  void addEvent(String event, Literals literals) {
    for (int count : literals.counts()) {
      for (int last : literals.days()) {
        Counter counter = counter(event, count, ago(last));
        traits.add(
            "event." + event,
            event + " " + count + " times, " + last + " days ago",
            one -> one.counters.put(event, counter));
        if (count < 2 || last > 0 || !literals.readsAges()) continue;
        for (int first : literals.days()) {
          Counter spread = counter(event, 1, ago(first)).plus(counter(event, count - 1, now));
          traits.add(
              "event." + event,
              event + " " + count + " times since " + first + " days",
              one -> one.counters.put(event, spread));
        }
      }
    }
  }

  private static Counter counter(String event, int count, Instant at) {
    return new Counter(event, count, at, at, Recent.NONE.plus(at, count));
  }

  void addItems(String kind, Literals literals) {
    for (int count : literals.counts()) {
      if (count > MOST_ITEMS) continue;
      for (int hours : literals.days()) {
        Instant at = now.minus(Duration.ofHours(hours));
        traits.add(
            "item." + kind,
            count + " open " + kind + " idle for " + hours + " hours",
            one -> items(kind, count, at, null, one));
        traits.add(
            "item." + kind,
            count + " closed " + kind + " of " + hours + " hours ago",
            one -> items(kind, count, at, at, one));
      }
    }
  }

  private static void items(
      String kind, int count, Instant touched, @Nullable Instant closed, Somebody one) {
    for (int i = 0; i < count; i++) {
      String id = "made-up-" + i;
      one.items.put(kind + "/" + id, new ItemState(kind, id, "", touched, closed));
    }
  }

  void addEncounters(String action, Literals literals) {
    for (int shown : literals.counts()) {
      for (int days : literals.days()) {
        for (int dismissed = 0; dismissed <= 1; dismissed++) {
          for (int accepted = 0; accepted <= 1; accepted++) {
            Encounters met = met(action, shown, ago(days), dismissed, accepted);
            traits.add(
                "encounter." + action,
                action
                    + " shown "
                    + shown
                    + " times, "
                    + days
                    + " days ago, dismissed "
                    + dismissed
                    + ", accepted "
                    + accepted,
                one -> one.encounters.put(action, met));
          }
        }
      }
    }
  }

  private static Encounters met(String action, int shown, Instant at, int dismissed, int accepted) {
    return new Encounters(
        action, List.of(at), shown, dismissed, accepted, 0, null, null, null, false);
  }

  private Instant ago(int days) {
    return now.minus(Duration.ofDays(days));
  }
}
