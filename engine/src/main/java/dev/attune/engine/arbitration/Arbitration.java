package dev.attune.engine.arbitration;

import java.util.List;

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
   * @param chosen best first; empty: the fallback is shown
   */
  public record Filled(Slot slot, List<Ranked> chosen) {}
}
