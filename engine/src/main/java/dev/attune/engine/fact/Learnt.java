package dev.attune.engine.fact;

import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt about a person from what they said, did and met: all that stays until they do
 * something. Immutable. Decisions in a row share it, so what is dear to derive from it is derived
 * once and stays with it. Thread-safe.
 */
public final class Learnt {
  public static final Learnt NOTHING = new Learnt(Map.of(), Map.of(), Map.of(), Map.of());

  private final Map<String, ProfileValue> profile;
  private final Map<String, Counter> counters;
  private final Map<String, ItemState> items;
  private final Map<String, Encounters> encounters;
  private volatile byte @Nullable [] packed;
  private volatile @Nullable Usable usable;
  private volatile @Nullable Today today;
  private volatile @Nullable Object notedOn;

  private record Usable(Vocabulary vocabulary, Consent consent, Learnt learnt) {}

  private record Today(Vocabulary vocabulary, ZoneId zone, LocalDate day, Daily daily) {}

  /**
   * @param profile by field name
   * @param counters by event name
   * @param items by {@code kind/id}
   * @param encounters by {@link ActionKey}
   */
  public Learnt(
      Map<String, ProfileValue> profile,
      Map<String, Counter> counters,
      Map<String, ItemState> items,
      Map<String, Encounters> encounters) {
    this.profile = profile;
    this.counters = counters;
    this.items = items;
    this.encounters = encounters;
  }

  public Map<String, ProfileValue> profile() {
    return profile;
  }

  public Map<String, Counter> counters() {
    return counters;
  }

  public Map<String, ItemState> items() {
    return items;
  }

  public Map<String, Encounters> encounters() {
    return encounters;
  }

  /**
   * The same without profile values that rules may not read: of fields the vocabulary does not
   * know, or knows with another type, or whose purpose the person does not consent to.
   */
  public Learnt usable(Vocabulary vocabulary, Consent consent) {
    Usable last = usable;
    if (last == null || last.vocabulary() != vocabulary || !last.consent().equals(consent)) {
      last = new Usable(vocabulary, consent, without(vocabulary, consent));
      usable = last;
    }
    return last.learnt();
  }

  private Learnt without(Vocabulary vocabulary, Consent consent) {
    Map<String, ProfileValue> allowed = new HashMap<>(profile.size() * 2);
    profile.forEach(
        (name, value) -> {
          Field field = vocabulary.profile().get(name);
          if (field != null && consent.allows(field.purpose()) && field.type().fits(value.value()))
            allowed.put(name, value);
        });
    return allowed.size() == profile.size()
        ? this
        : new Learnt(allowed, counters, items, encounters);
  }

  /**
   * As facts of one day.
   *
   * @param make always the same for the same vocabulary, zone and day; asked again only after
   *     another was asked for
   */
  Daily on(LocalDate day, ZoneId zone, Vocabulary vocabulary, Supplier<Daily> make) {
    Today last = today;
    if (last == null
        || last.vocabulary() != vocabulary
        || !last.day().equals(day)
        || !last.zone().equals(zone)) {
      last = new Today(vocabulary, zone, day, make.get());
      today = last;
    }
    return last.daily();
  }

  /**
   * Whether somebody who notes on a page what is known of people has not noted this there; then
   * they do so now.
   *
   * @param page told by identity; only the last one is remembered
   */
  public boolean isNewOn(Object page) {
    if (notedOn == page) return false;
    notedOn = page;
    return true;
  }

  /**
   * As bytes, which are not to be changed.
   *
   * @param packer always the same; asked at most once, except by threads at the same time
   */
  public byte[] packed(Function<Learnt, byte[]> packer) {
    byte[] done = packed;
    if (done == null) {
      done = packer.apply(this);
      packed = done;
    }
    return done;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Learnt that
            && profile.equals(that.profile)
            && counters.equals(that.counters)
            && items.equals(that.items)
            && encounters.equals(that.encounters);
  }

  @Override
  public int hashCode() {
    return Objects.hash(profile, counters, items, encounters);
  }

  @Override
  public String toString() {
    return "Learnt" + profile + counters + items + encounters;
  }
}
