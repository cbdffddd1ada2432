package dev.attune.engine.decision.codec;

import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Attention.Reservation;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.Learnt;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.Surfaces.Layout;
import dev.attune.engine.vocabulary.Purpose;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Packs and unpacks what is known about a person beside what was learnt; each pair of methods reads
 * side by side.
 */
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

  static Known unpack(Unpacker in, Learnt learnt) {
    PersonId person = new PersonId(in.flag(), in.text());
    ZoneId zone = ZoneId.of(in.text());
    Map<Purpose, Boolean> granted = new EnumMap<>(Purpose.class);
    in.each(() -> granted.put(in.constant(Purpose.values()), in.flag()));
    List<Interruption> spent = in.each(() -> unpackInterruption(in));
    List<Reservation> reserved = in.each(() -> unpackReservation(in));
    return new Known(
        person,
        zone,
        new Consent(granted),
        learnt,
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
