package dev.attune.engine.publish.ceiling;

import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.vocabulary.Purpose;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** A made-up person while being made up. */
final class Somebody {
  final Map<Purpose, Boolean> consent = new EnumMap<>(Purpose.class);
  final Map<String, ProfileValue> profile = new HashMap<>();
  final Map<String, Object> visit = new HashMap<>();
  final Map<String, Counter> counters = new HashMap<>();
  final Map<String, ItemState> items = new HashMap<>();
  final Map<String, Encounters> encounters = new HashMap<>();

  /** Somebody of whom nothing is known but what the traits say, and who agreed to everything. */
  static Somebody with(Collection<Trait> traits) {
    Somebody somebody = new Somebody();
    for (Purpose purpose : Purpose.values()) somebody.consent.put(purpose, true);
    traits.forEach(trait -> trait.set().accept(somebody));
    return somebody;
  }

  Known known() {
    return new Known(
        PersonId.user("somebody"),
        ZoneOffset.UTC,
        new Consent(consent),
        profile,
        counters,
        items,
        encounters,
        Attention.UNTOUCHED);
  }

  VisitContext visit() {
    return new VisitContext(visit);
  }
}
