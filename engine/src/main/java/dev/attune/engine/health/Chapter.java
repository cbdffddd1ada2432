package dev.attune.engine.health;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What was counted on one server while some decisions were made. Immutable.
 *
 * @param from the first of them
 * @param until the last of them
 * @param counts by sign and name; zeros are left out
 * @param crowds by sign and name: which of 64 lots drew the people behind it. Tells many from few,
 *     and nobody from anybody
 */
public record Chapter(
    Instant from,
    Instant until,
    Map<Sign, Map<String, Long>> counts,
    Map<Sign, Map<String, Long>> crowds) {
  public static Chapter empty(Instant at) {
    return new Chapter(at, at, Map.of(), Map.of());
  }

  public long count(Sign sign, String name) {
    return counts.getOrDefault(sign, Map.of()).getOrDefault(name, 0L);
  }

  /** Of all names of a sign. */
  public long count(Sign sign) {
    long sum = 0;
    for (long each : counts.getOrDefault(sign, Map.of()).values()) sum += each;
    return sum;
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Both together. */
  public Chapter plus(Chapter other) {
    if (other.isEmpty()) return this;
    if (isEmpty()) return other;
    return new Chapter(
        from.isBefore(other.from) ? from : other.from,
        until.isAfter(other.until) ? until : other.until,
        merged(counts, other.counts, Long::sum),
        merged(crowds, other.crowds, (one, two) -> one | two));
  }

  private static Map<Sign, Map<String, Long>> merged(
      Map<Sign, Map<String, Long>> one,
      Map<Sign, Map<String, Long>> two,
      BinaryOperator<Long> together) {
    Map<Sign, Map<String, Long>> merged = new EnumMap<>(Sign.class);
    one.forEach((sign, names) -> merged.put(sign, new HashMap<>(names)));
    two.forEach(
        (sign, names) -> {
          Map<String, Long> all = merged.computeIfAbsent(sign, absent -> new HashMap<>());
          names.forEach((name, value) -> all.merge(name, value, together));
        });
    return merged;
  }
}
