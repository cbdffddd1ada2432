package dev.attune.engine.explain;

import java.util.List;

/**
 * Why each action of a decision's placements was chosen or not.
 *
 * @param release the release it was derived on
 * @param won what was chosen, best first within each placement
 * @param lost every other action of the placements, with its one primary reason
 * @param agrees whether the derived verdict is the recorded one; false points to a bug, or to
 *     another release than the decision was made on
 */
public record Explanation(
    String decision, String release, List<Won> won, List<Lost> lost, boolean agrees) {

  /** The same with other losers. */
  public Explanation withLost(List<Lost> others) {
    return new Explanation(decision, release, won, others, agrees);
  }

  /** Only what concerns one item, and what concerns none. */
  public Explanation about(String item) {
    return new Explanation(
        decision,
        release,
        won.stream().filter(one -> one.item() == null || one.item().equals(item)).toList(),
        lost.stream().filter(one -> one.item() == null || one.item().equals(item)).toList(),
        agrees);
  }
}
