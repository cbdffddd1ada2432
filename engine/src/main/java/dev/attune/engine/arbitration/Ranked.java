package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contender with its score.
 *
 * @param drawn the probability of the lot by which it was drawn to explore; null when it was not
 */
public record Ranked(Contender contender, ScoreParts parts, double score, @Nullable Double drawn) {
  /**
   * Mandatory actions first, then pinned ones as the person ordered them; then by class, score, and
   * a tie-break that never changes: the key.
   */
  public static final Comparator<Ranked> ORDER =
      (a, b) -> {
        int byStanding = Integer.compare(standing(a), standing(b));
        if (byStanding != 0) return byStanding;
        int byClass = a.card().actionClass().compareTo(b.card().actionClass());
        if (byClass != 0) return byClass;
        int byScore = Double.compare(b.score, a.score);
        return byScore != 0 ? byScore : a.key().compareTo(b.key());
      };

  public ActionCard card() {
    return contender.card();
  }

  public String action() {
    return contender.action();
  }

  public String key() {
    return contender.key();
  }

  /** Whether its place is not the ranking's to give. */
  public boolean isUnranked() {
    return contender.isMandatory() || contender.isPinned();
  }

  Ranked drawn(double probability) {
    return new Ranked(contender, parts, score, probability);
  }

  private static int standing(Ranked one) {
    List<String> pinned = one.contender.slot().arrangement().pinned();
    if (pinned.isEmpty() || one.contender.isMandatory())
      return one.contender.isMandatory() ? -1 : Integer.MAX_VALUE;
    return one.contender.isPinned() ? pinned.indexOf(one.action()) : Integer.MAX_VALUE;
  }
}
