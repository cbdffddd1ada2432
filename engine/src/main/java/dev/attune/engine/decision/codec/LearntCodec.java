package dev.attune.engine.decision.codec;

import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Learnt;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Recent;
import dev.attune.engine.fact.Source;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was learnt about a person as compressed bytes that stand for themselves, so that decisions
 * in a row need not pack it anew; each pair of methods reads side by side.
 */
final class LearntCodec {
  private LearntCodec() {}

  /** Not to be changed: they are kept with what they were made of. */
  static byte[] pack(Learnt learnt) {
    return learnt.packed(LearntCodec::packed);
  }

  private static byte[] packed(Learnt learnt) {
    Instant base = newest(learnt);
    Packer out = new Packer(base);
    out.number(base.toEpochMilli());
    packProfile(learnt.profile(), out);
    out.each(learnt.counters().values(), one -> packCounter(one, out));
    out.each(learnt.items().values(), one -> packItem(one, out));
    out.each(learnt.encounters().values(), one -> packEncounters(one, out));
    return Squeeze.small(out.bytes());
  }

  /** Near most of the times there are, so that their distances are short. */
  private static Instant newest(Learnt learnt) {
    Instant newest = Instant.EPOCH;
    for (Counter counter : learnt.counters().values())
      if (counter.last().isAfter(newest)) newest = counter.last();
    for (ProfileValue value : learnt.profile().values())
      if (value.provenance().at().isAfter(newest)) newest = value.provenance().at();
    return newest;
  }

  static Learnt unpack(byte[] packed) {
    Unpacker in = new Unpacker(Squeeze.large(packed));
    Map<String, ProfileValue> profile = unpackProfile(in);
    Map<String, Counter> counters = new LinkedHashMap<>();
    in.each(() -> unpackCounter(in)).forEach(one -> counters.put(one.event(), one));
    Map<String, ItemState> items = new LinkedHashMap<>();
    in.each(() -> unpackItem(in)).forEach(one -> items.put(one.kind() + "/" + one.id(), one));
    Map<String, Encounters> encounters = new LinkedHashMap<>();
    in.each(() -> unpackEncounters(in)).forEach(one -> encounters.put(one.action(), one));
    return new Learnt(profile, counters, items, encounters);
  }

  /** How a value came to be known is said once for all that follow and came so too. */
  private static void packProfile(Map<String, ProfileValue> profile, Packer out) {
    out.number(profile.size());
    Provenance last = null;
    for (Map.Entry<String, ProfileValue> one : profile.entrySet()) {
      Provenance how = one.getValue().provenance();
      out.text(one.getKey());
      out.value(one.getValue().value());
      out.flag(how.equals(last));
      if (!how.equals(last)) packProvenance(how, out);
      last = how;
    }
  }

  private static Map<String, ProfileValue> unpackProfile(Unpacker in) {
    Map<String, ProfileValue> profile = new LinkedHashMap<>();
    Provenance last = null;
    for (int left = in.whole(); left > 0; left--) {
      String field = in.text();
      Object value = in.value();
      last = in.flag() && last != null ? last : unpackProvenance(in);
      profile.put(field, new ProfileValue(value, last));
    }
    return profile;
  }

  private static void packProvenance(Provenance how, Packer out) {
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

  private static Provenance unpackProvenance(Unpacker in) {
    Source source = in.constant(Source.values());
    Instant at = in.time();
    if (in.flag()) return Provenance.of(source, at);
    String quote = in.optionalText();
    int turn = in.whole();
    String method = in.optionalText();
    double confidence = in.fraction();
    String packVersion = in.optionalText();
    return new Provenance(
        source,
        at,
        quote,
        turn < 0 ? null : turn,
        method,
        confidence < 0 ? null : confidence,
        packVersion);
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
}
