package dev.attune.engine.explain;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.arbitration.ScoreParts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chosen action and its cause.
 *
 * @param item {@code kind/id} of the item it stands for; null when its card stands once
 * @param rule with the author's sentence of intent
 * @param facts what the rule matched
 * @param score the product of the parts
 * @param drawn the probability of the lot that chose it, to explore; null when none did
 * @param beat the candidates it left behind in its placement
 */
public record Won(
    String placement,
    String action,
    @Nullable String item,
    int rank,
    RuleRef rule,
    String because,
    List<UsedFact> facts,
    ScoreParts parts,
    double score,
    @Nullable Double drawn,
    List<Beaten> beat) {

  /**
   * A candidate that lost to this one.
   *
   * @param item {@code kind/id} of the item it would have stood for; null when its card stands once
   * @param by the score part that made the difference, with both values
   */
  public record Beaten(String action, @Nullable String item, String by) {}
}
