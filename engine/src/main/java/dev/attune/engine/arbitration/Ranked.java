package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import java.util.Comparator;

/** A contender with its score. */
public record Ranked(Contender contender, ScoreParts parts, double score) {
  /** Class first, then score, then a tie-break that never changes: the action's id. */
  public static final Comparator<Ranked> ORDER =
      (a, b) -> {
        int byClass = a.card().actionClass().compareTo(b.card().actionClass());
        if (byClass != 0) return byClass;
        int byScore = Double.compare(b.score, a.score);
        return byScore != 0 ? byScore : a.action().compareTo(b.action());
      };

  public ActionCard card() {
    return contender.card();
  }

  public String action() {
    return contender.action();
  }
}
