package dev.attune.engine.decision.codec;

import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Attention.Reservation;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.Surfaces;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.Surfaces.Layout;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Packs and unpacks everything known about a person; each pair of methods reads side by side. */
final class KnownCodec {
  private KnownCodec() {}

  static void pack(Known known, Packer out) {
    out.flag(known.person().anonymous());
    out.text(known.person().value());
    out.text(known.zone().getId());
    out.each(
        known.consent().granted().entrySet(),
        one -> {
          out.constant(one.getKey());
          out.flag(one.getValue());
        });
    out.each(known.profile().entrySet(), one -> packProfile(one.getKey(), one.getValue(), out));
    out.each(known.counters().values(), one -> packCounter(one, out));
    out.each(known.items().values(), one -> packItem(one, out));
    out.each(known.encounters().values(), one -> packEncounters(one, out));
    out.each(known.attention().spent(), one -> packInterruption(one, out));
    out.each(known.attention().reserved(), one -> packReservation(one, out));
    out.each(
        known.surfaces().arranged().entrySet(),
        one -> {
          out.text(one.getKey());
          out.each(one.getValue().pinned(), out::text);
          out.each(one.getValue().hidden(), out::text);
          out.time(one.getValue().at());
        });
    out.each(
        known.surfaces().laidOut().entrySet(),
        one -> {
          out.text(one.getKey());
          out.each(one.getValue().actions(), out::text);
          out.number(one.getValue().basis());
          out.time(one.getValue().at());
        });
  }

  static Known unpack(Unpacker in) {
    PersonId person = new PersonId(in.flag(), in.text());
    ZoneId zone = ZoneId.of(in.text());
    Map<Purpose, Boolean> granted = new EnumMap<>(Purpose.class);
    in.each(() -> granted.put(in.constant(Purpose.values()), in.flag()));
    Map<String, ProfileValue> profile = new LinkedHashMap<>();
    in.each(() -> profile.put(in.text(), unpackProfile(in)));
    Map<String, Counter> counters = new LinkedHashMap<>();
    in.each(() -> unpackCounter(in)).forEach(one -> counters.put(one.event(), one));
    Map<String, ItemState> items = new LinkedHashMap<>();
    in.each(() -> unpackItem(in)).forEach(one -> items.put(one.kind() + "/" + one.id(), one));
    Map<String, Encounters> encounters = new LinkedHashMap<>();
    in.each(() -> unpackEncounters(in)).forEach(one -> encounters.put(one.action(), one));
    List<Interruption> spent = in.each(() -> unpackInterruption(in));
    List<Reservation> reserved = in.each(() -> unpackReservation(in));
    return new Known(
        person,
        zone,
        new Consent(granted),
        profile,
        counters,
        items,
        encounters,
        new Attention(spent, reserved),
        unpackSurfaces(in));
  }

  private static Surfaces unpackSurfaces(Unpacker in) {
    Map<String, Arrangement> arranged = new LinkedHashMap<>();
    in.each(() -> arranged.put(in.text(), unpackArrangement(in)));
    Map<String, Layout> laidOut = new LinkedHashMap<>();
    in.each(() -> laidOut.put(in.text(), new Layout(in.each(in::text), in.whole(), in.time())));
    return arranged.isEmpty() && laidOut.isEmpty()
        ? Surfaces.UNTOUCHED
        : new Surfaces(arranged, laidOut);
  }

  private static Arrangement unpackArrangement(Unpacker in) {
    return new Arrangement(in.each(in::text), Set.copyOf(in.each(in::text)), in.time());
  }

  private static void packProfile(String field, ProfileValue value, Packer out) {
    Provenance how = value.provenance();
    out.text(field);
    out.value(value.value());
    out.constant(how.source());
    out.time(how.at());
    boolean plain = how.equals(Provenance.of(how.source(), how.at()));
    out.flag(plain);
    if (plain) return;
    out.text(how.quote());
    out.number(how.turn() == null ? -1 : how.turn());
    out.text(how.method());
    out.fraction(how.confidence() == null ? -1 : how.confidence());
    out.text(how.packVersion());
  }

  private static ProfileValue unpackProfile(Unpacker in) {
    Object value = in.value();
    Source source = in.constant(Source.values());
    Instant at = in.time();
    if (in.flag()) return new ProfileValue(value, Provenance.of(source, at));
    String quote = in.optionalText();
    int turn = in.whole();
    String method = in.optionalText();
    double confidence = in.fraction();
    String packVersion = in.optionalText();
    return new ProfileValue(
        value,
        new Provenance(
            source,
            at,
            quote,
            turn < 0 ? null : turn,
            method,
            confidence < 0 ? null : confidence,
            packVersion));
  }

  private static void packCounter(Counter counter, Packer out) {
    out.text(counter.event());
    out.number(counter.count());
    out.time(counter.last());
    out.number(counter.last().toEpochMilli() - counter.first().toEpochMilli());
    packRecent(counter.recent(), Recent.quarter(counter.last()), out);
  }

  private static Counter unpackCounter(Unpacker in) {
    String event = in.text();
    int count = in.whole();
    Instant last = in.time();
    Instant first = last.minusMillis(in.number());
    return new Counter(event, count, first, last, unpackRecent(Recent.quarter(last), in));
  }

  /** Newest first, each as its distance from the one before. */
  private static void packRecent(Recent recent, int last, Packer out) {
    out.number(recent.size());
    int previous = last;
    for (int i = recent.size() - 1; i >= 0; i--) {
      out.number(previous - recent.quarterAt(i));
      out.number(recent.countAt(i));
      previous = recent.quarterAt(i);
    }
  }

  private static Recent unpackRecent(int last, Unpacker in) {
    int size = in.whole();
    int[] quarters = new int[size];
    int[] counts = new int[size];
    int previous = last;
    for (int i = size - 1; i >= 0; i--) {
      previous -= in.whole();
      quarters[i] = previous;
      counts[i] = in.whole();
    }
    return Recent.of(quarters, counts, size);
  }

  private static void packItem(ItemState item, Packer out) {
    out.text(item.kind());
    out.text(item.id());
    out.text(item.title());
    out.time(item.touchedAt());
    out.time(item.closedAt());
  }

  private static ItemState unpackItem(Unpacker in) {
    return new ItemState(in.text(), in.text(), in.text(), in.optionalTime(), in.optionalTime());
  }

  private static void packEncounters(Encounters met, Packer out) {
    out.text(met.action());
    out.each(met.shown(), out::time);
    out.number(met.shownTotal());
    out.number(met.dismissed());
    out.number(met.accepted());
    out.number(met.snoozed());
    out.time(met.lastDismissed());
    out.time(met.lastAccepted());
    out.time(met.snoozedUntil());
    out.flag(met.less());
  }

  private static Encounters unpackEncounters(Unpacker in) {
    return new Encounters(
        in.text(),
        in.each(in::time),
        in.whole(),
        in.whole(),
        in.whole(),
        in.whole(),
        in.optionalTime(),
        in.optionalTime(),
        in.optionalTime(),
        in.flag());
  }

  private static void packInterruption(Interruption spent, Packer out) {
    out.text(spent.action());
    out.text(spent.kind());
    out.time(spent.at());
  }

  private static Interruption unpackInterruption(Unpacker in) {
    return new Interruption(in.text(), in.text(), in.time());
  }

  private static void packReservation(Reservation held, Packer out) {
    out.text(held.id());
    out.text(held.action());
    out.text(held.kind());
    out.flag(held.interrupts());
    out.time(held.expiresAt());
  }

  private static Reservation unpackReservation(Unpacker in) {
    return new Reservation(in.text(), in.text(), in.text(), in.flag(), in.time());
  }
}
