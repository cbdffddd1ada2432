package dev.attune.engine.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One person's snapshot at one moment: everything a rule may match on, with ages instead of times.
 * Immutable. Consent has been applied already: what may not be used is not here.
 *
 * @param profile by field name; absent means unknown
 */
public record Facts(
    PersonId person,
    Instant now,
    ZoneId zone,
    Map<String, ProfileValue> profile,
    List<Activity> activities,
    List<Feature> features,
    List<Item> items,
    List<Exposure> exposures) {

  public static Facts unknown(PersonId person, Instant now, ZoneId zone) {
    return new Facts(person, now, zone, Map.of(), List.of(), List.of(), List.of(), List.of());
  }
}
