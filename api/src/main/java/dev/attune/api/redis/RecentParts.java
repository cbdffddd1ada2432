package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How all decisions are parted, so that no key grows for ever and, on a cluster, no server gets all
 * writes of a moment: by spans of time that the first six letters of an id tell, each span by the
 * id's last letter into {@link #LANES}.
 */
final class RecentParts {
  /** The time six letters of ten stand for: 2^20 milliseconds, about a quarter of an hour. */
  static final Duration SPAN = Duration.ofMillis(1L << 20);

  static final int LANES = 8;

  private static final int LETTERS = 6;

  private RecentParts() {}

  /** The part an id belongs to. */
  static String of(String decision) {
    if (decision.length() <= LETTERS) return decision;
    return name(decision.substring(0, LETTERS), decision.charAt(decision.length() - 1) % LANES);
  }

  /** All parts of the span that a moment is in. */
  static List<String> at(Instant moment) {
    String span = DecisionIds.beginning(moment).substring(0, LETTERS);
    return IntStream.range(0, LANES).mapToObj(lane -> name(span, lane)).toList();
  }

  /** The last moment of the span before. */
  static Instant before(Instant moment) {
    long start = moment.toEpochMilli() & -SPAN.toMillis();
    return Instant.ofEpochMilli(start - 1);
  }

  private static String name(String span, int lane) {
    return span + '-' + lane;
  }
}
