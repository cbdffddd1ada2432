package dev.attune.engine.health;

import dev.attune.engine.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** A chapter being written. What is counted while it is closed may be lost. Thread-safe. */
final class OpenChapter {
  private final Map<Sign, Map<String, LongAdder>> counts = new EnumMap<>(Sign.class);
  private final Map<Sign, Map<String, AtomicLong>> crowds = new EnumMap<>(Sign.class);
  private final AtomicInteger size = new AtomicInteger();
  private volatile Instant from = Instant.MAX;

  OpenChapter() {
    for (Sign sign : Sign.values()) {
      counts.put(sign, new ConcurrentHashMap<>());
      crowds.put(sign, new ConcurrentHashMap<>());
    }
  }

  void add(Sign sign, String name, PersonId person) {
    add(sign, name);
    long lot = 1L << (person.value().hashCode() * 0x9E3779B9 >>> 26);
    Map<String, AtomicLong> names = crowds.getOrDefault(sign, Map.of());
    AtomicLong crowd = names.get(name);
    if (crowd == null) crowd = names.computeIfAbsent(name, unseen -> new AtomicLong());
    if ((crowd.get() & lot) == 0) crowd.accumulateAndGet(lot, (one, two) -> one | two);
  }

  void add(Sign sign, String name) {
    Map<String, LongAdder> names = counts.getOrDefault(sign, Map.of());
    LongAdder count = names.get(name);
    if (count == null) count = names.computeIfAbsent(name, unseen -> new LongAdder());
    count.increment();
  }

  /** Counts a name once. */
  void note(Sign sign, String name) {
    if (!counts.getOrDefault(sign, Map.of()).containsKey(name)) add(sign, name);
  }

  /** As it is at a moment; nothing was counted later than so long after its beginning. */
  Chapter chapter(Instant at, Duration longest) {
    Instant until = isOlderThan(longest, at) ? from.plus(longest) : at;
    return new Chapter(
        from.isBefore(until) ? from : until,
        until,
        values(counts, LongAdder::sum),
        values(crowds, AtomicLong::get));
  }

  private static <T> Map<Sign, Map<String, Long>> values(
      Map<Sign, Map<String, T>> all, Function<T, Long> value) {
    Map<Sign, Map<String, Long>> values = new EnumMap<>(Sign.class);
    all.forEach(
        (sign, names) -> {
          Map<String, Long> ofSign = new HashMap<>();
          names.forEach((name, each) -> ofSign.put(name, value.apply(each)));
          if (!ofSign.isEmpty()) values.put(sign, ofSign);
        });
    return values;
  }

  /** One more sign of life; returns how many there were. */
  int enter(Instant at) {
    if (from == Instant.MAX) from = at;
    return size.incrementAndGet();
  }

  boolean isOlderThan(Duration age, Instant at) {
    return from.isBefore(at.minus(age));
  }
}
