package dev.attune.engine.fact;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Everything stored about one person, in absolute time; {@code Snapshot} turns it into {@link
 * Facts} for one moment. Immutable.
 *
 * @param zone the person's zone, UTC until known
 * @param profile by field name
 * @param counters by event name
 * @param items by {@code kind/id}
 * @param encounters by action id
 * @param attention the account of interruptions over all surfaces
 * @param surfaces how the person arranged placements, and how they last looked
 */
public record Known(
    PersonId person,
    ZoneId zone,
    Consent consent,
    Map<String, ProfileValue> profile,
    Map<String, Counter> counters,
    Map<String, ItemState> items,
    Map<String, Encounters> encounters,
    Attention attention,
    Surfaces surfaces) {

  /** A person who arranged nothing and saw nothing arranged. */
  public Known(
      PersonId person,
      ZoneId zone,
      Consent consent,
      Map<String, ProfileValue> profile,
      Map<String, Counter> counters,
      Map<String, ItemState> items,
      Map<String, Encounters> encounters,
      Attention attention) {
    this(
        person, zone, consent, profile, counters, items, encounters, attention, Surfaces.UNTOUCHED);
  }

  /** The same, with surfaces that stand otherwise. */
  public Known with(Surfaces other) {
    return new Known(person, zone, consent, profile, counters, items, encounters, attention, other);
  }

  /** The same, with another account of interruptions. */
  public Known with(Attention other) {
    return new Known(person, zone, consent, profile, counters, items, encounters, other, surfaces);
  }

  public static Known nothing(PersonId person) {
    return new Known(
        person,
        ZoneOffset.UTC,
        Consent.NONE,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Attention.UNTOUCHED);
  }
}
