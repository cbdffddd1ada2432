package dev.attune.engine.scenario;

import dev.attune.engine.vocabulary.Purpose;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person at a scenario's start, as the author gave it. Immutable.
 *
 * @param profile by field; empty: unknown
 * @param activity by event
 * @param features by feature
 * @param items null when none are given
 * @param met by action
 * @param arranged what is pinned and hidden, by placement
 * @param consent by purpose; a purpose not given is granted
 * @param zone null: UTC
 */
record Given(
    Map<String, Optional<Object>> profile,
    Map<String, Occurred> activity,
    Map<String, Use> features,
    @Nullable List<Thing> items,
    Map<String, Met> met,
    Map<String, Pins> arranged,
    Map<Purpose, Boolean> consent,
    @Nullable ZoneId zone) {
  static final Given NOTHING =
      new Given(Map.of(), Map.of(), Map.of(), null, Map.of(), Map.of(), Map.of(), null);

  /**
   * Something that happened.
   *
   * @param last7Days how many of them in the last week; null: as many as {@code daysSinceLast} says
   * @param daysSinceFirst null: all on the day of the last
   */
  record Occurred(
      int count,
      int daysSinceLast,
      @Nullable Integer last7Days,
      @Nullable Integer daysSinceFirst) {}

  /**
   * How a feature is used; null: as the activity says.
   *
   * @param adopted false takes back any adoption
   */
  record Use(
      @Nullable Boolean adopted, @Nullable Integer missedOpportunities, @Nullable Integer uses) {
    Use over(Use base) {
      return new Use(
          adopted == null ? base.adopted : adopted,
          missedOpportunities == null ? base.missedOpportunities : missedOpportunities,
          uses == null ? base.uses : uses);
    }
  }

  /** A thing the person works on. */
  record Thing(String kind, String id, String title, int hoursIdle, boolean open) {}

  /** How an action met the person before; each null when not given. */
  record Met(
      @Nullable Times shown,
      @Nullable Times accepted,
      @Nullable Times dismissed,
      @Nullable Times snoozed,
      boolean less) {
    static final Met NEVER = new Met(null, null, null, null, false);

    Met over(Met base) {
      return new Met(
          shown == null ? base.shown : shown,
          accepted == null ? base.accepted : accepted,
          dismissed == null ? base.dismissed : dismissed,
          snoozed == null ? base.snoozed : snoozed,
          less || base.less);
    }
  }

  /** What the person pinned and hid in a placement. */
  record Pins(List<String> pinned, Set<String> hidden) {
    static final Pins NONE = new Pins(List.of(), Set.of());
  }

  /** So often, all on one day. */
  record Times(int count, int daysSinceLast) {}

  /** These facts laid over others: what is given here wins, name by name; items as a whole. */
  Given over(Given base) {
    Map<String, Use> uses = new LinkedHashMap<>(base.features);
    features.forEach((name, use) -> uses.merge(name, use, (below, above) -> above.over(below)));
    Map<String, Met> encounters = new LinkedHashMap<>(base.met);
    met.forEach((name, one) -> encounters.merge(name, one, (below, above) -> above.over(below)));
    return new Given(
        both(base.profile, profile),
        both(base.activity, activity),
        uses,
        items == null ? base.items : items,
        encounters,
        both(base.arranged, arranged),
        both(base.consent, consent),
        zone == null ? base.zone : zone);
  }

  private static <K, V> Map<K, V> both(Map<K, V> below, Map<K, V> above) {
    Map<K, V> all = new LinkedHashMap<>(below);
    all.putAll(above);
    return all;
  }
}
