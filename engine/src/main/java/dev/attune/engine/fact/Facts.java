package dev.attune.engine.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One person's snapshot at one moment: everything a rule may match on, with ages instead of times.
 * Immutable. Consent has been applied already: what may not be used is not here.
 *
 * @param daily what holds all day long
 * @param items with ages in hours
 */
public record Facts(PersonId person, Instant now, ZoneId zone, Daily daily, List<Item> items) {

  /**
   * @param profile by field name; absent means unknown
   */
  public Facts(
      PersonId person,
      Instant now,
      ZoneId zone,
      Map<String, ProfileValue> profile,
      List<Activity> activities,
      List<Feature> features,
      List<Item> items,
      List<Exposure> exposures) {
    this(person, now, zone, new Daily(profile, activities, features, exposures), items);
  }

  public static Facts unknown(PersonId person, Instant now, ZoneId zone) {
    return new Facts(person, now, zone, Daily.NOTHING, List.of());
  }

  /** By field name; absent means unknown. */
  public Map<String, ProfileValue> profile() {
    return daily.profile();
  }

  public List<Activity> activities() {
    return daily.activities();
  }

  public List<Feature> features() {
    return daily.features();
  }

  public List<Exposure> exposures() {
    return daily.exposures();
  }
}
