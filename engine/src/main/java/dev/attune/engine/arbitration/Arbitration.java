package dev.attune.engine.arbitration;

import dev.attune.engine.fact.Surfaces.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an arbitration came to.
 *
 * @param filled one for each slot, in the contest's order
 * @param suppressed one for each slot and each candidate that fits it and was not chosen
 */
public record Arbitration(List<Filled> filled, List<Suppression> suppressed) {
  /**
   * A slot with its choices.
   *
   * @param chosen in the order of their places; empty: the fallback is shown
   * @param layout what the next visit is to keep to; null when it is free
   */
  public record Filled(Slot slot, List<Ranked> chosen, @Nullable Layout layout) {}
}
