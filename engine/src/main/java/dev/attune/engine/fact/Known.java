package dev.attune.engine.fact;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Everything stored about one person, in absolute time; {@code Snapshot} turns it into {@link
 * Facts} for one moment. Immutable.
 *
 * @param zone the person's zone, UTC until known
 * @param attention the account of interruptions over all surfaces
 * @param surfaces how the person arranged placements, and how they last looked
 */
public record Known(
    PersonId person,
    ZoneId zone,
    Consent consent,
    Learnt learnt,
    Attention attention,
    Surfaces surfaces) {

  public Known(
      PersonId person,
      ZoneId zone,
      Consent consent,
      Map<String, ProfileValue> profile,
      Map<String, Counter> counters,
      Map<String, ItemState> items,
      Map<String, Encounters> encounters,
      Attention attention,
      Surfaces surfaces) {
    this(
        person,
        zone,
        consent,
        new Learnt(profile, counters, items, encounters),
        attention,
        surfaces);
  }

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

  public static Known nothing(PersonId person) {
    return new Known(
        person,
        ZoneOffset.UTC,
        Consent.NONE,
        Learnt.NOTHING,
        Attention.UNTOUCHED,
        Surfaces.UNTOUCHED);
  }

  /** The same, with surfaces that stand otherwise. */
  public Known with(Surfaces other) {
    return new Known(person, zone, consent, learnt, attention, other);
  }

  /** The same, with another account of interruptions. */
  public Known with(Attention other) {
    return new Known(person, zone, consent, learnt, other, surfaces);
  }

  /** The same, with other things learnt. */
  public Known with(Learnt other) {
    return new Known(person, zone, consent, other, attention, surfaces);
  }

  /** By field name. */
  public Map<String, ProfileValue> profile() {
    return learnt.profile();
  }

  /** By event name. */
  public Map<String, Counter> counters() {
    return learnt.counters();
  }

  /** By {@code kind/id}. */
  public Map<String, ItemState> items() {
    return learnt.items();
  }

  /** By action id. */
  public Map<String, Encounters> encounters() {
    return learnt.encounters();
  }
}
