package dev.attune.engine.rule.evaluate;

import java.util.List;
import java.util.Set;

/**
 * What some rules found in facts that stay.
 *
 * @param ways in which they matched; empty unless asked for
 * @param isFull there were more
 * @param steps it took
 */
record Findings(
    Question asked, List<Found> found, List<Matches.Way> ways, boolean isFull, int steps) {
  /**
   * What the answer depends on beside these facts and the release.
   *
   * @param visit the answers the visit gives to what the rules ask of it
   */
  record Question(Set<String> placementIds, boolean explained, List<Integer> visit) {}
}
