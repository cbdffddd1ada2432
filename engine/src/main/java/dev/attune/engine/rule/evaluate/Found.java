package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.fact.Item;
import java.util.Comparator;

/**
 * A candidate with the place of its rule in the release. Both lanes order by it, so that the answer
 * does not depend on the lane.
 */
record Found(int order, Candidate candidate) {
  static final Comparator<Found> ORDER =
      Comparator.comparingInt(Found::order)
          .thenComparing(found -> found.candidate.card().id())
          .thenComparing(found -> found.candidate.because())
          .thenComparing(found -> found.candidate.weight())
          .thenComparing(found -> itemId(found.candidate.about()))
          .thenComparing(found -> found.candidate.with().toString());

  private static String itemId(@org.jspecify.annotations.Nullable Item item) {
    return item == null ? "" : item.kind() + "/" + item.id();
  }
}
