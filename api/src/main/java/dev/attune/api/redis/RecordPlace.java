package dev.attune.api.redis;

import dev.attune.engine.decision.DecisionIds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a decision's record lies, told by its id: in a span of time, in one of the span's {@link
 * #LANES}, so that on a cluster no server gets all writes of a moment, and there in a second, so
 * that no key grows large.
 *
 * @param part span and lane
 * @param second of the span, from 0
 */
record RecordPlace(String part, int second) {
  /** The time six letters of ten stand for: 2^20 milliseconds, about a quarter of an hour. */
  static final Duration SPAN = Duration.ofMillis(1L << 20);

  /** A second here has 1024 milliseconds. */
  static final int SECONDS = 1 << 10;

  static final int LANES = 4;

  private static final int SPAN_LETTERS = 6;

  static RecordPlace of(String decision) {
    if (!DecisionIds.isId(decision)) return new RecordPlace(decision, 0);
    int lane = decision.charAt(decision.length() - 1) % LANES;
    return new RecordPlace(
        name(decision.substring(0, SPAN_LETTERS), lane), second(DecisionIds.at(decision)));
  }

  /** All parts of the span that a moment is in. */
  static List<String> parts(Instant moment) {
    String span = DecisionIds.beginning(moment).substring(0, SPAN_LETTERS);
    return IntStream.range(0, LANES).mapToObj(lane -> name(span, lane)).toList();
  }

  /** The second of its span that a moment is in. */
  static int second(Instant moment) {
    return (int) (moment.toEpochMilli() >> 10) & (SECONDS - 1);
  }

  /** The first moment of the span that a moment is in. */
  static Instant start(Instant moment) {
    return Instant.ofEpochMilli(moment.toEpochMilli() & -SPAN.toMillis());
  }

  private static String name(String span, int lane) {
    return span + '-' + lane;
  }
}
