package dev.attune.engine.arbitration;

import java.util.Locale;

/** Says by what one ranked contender beats another: its class, one score part, or the tie-break. */
public final class Comparison {
  private Comparison() {}

  /** The part in which the winner is furthest ahead, with both values. */
  public static String of(Ranked winner, Ranked loser) {
    if (winner.drawn() != null)
      return String.format(Locale.ROOT, "drawn to explore, with probability %.3g", winner.drawn());
    if (winner.contender().isPinned()) return "pinned by the person";
    if (Ranked.ORDER.compare(winner, loser) > 0) return "kept its place since the last visit";
    if (winner.card().actionClass() != loser.card().actionClass())
      return winner.card().actionClass().wire()
          + " comes before "
          + loser.card().actionClass().wire();
    if (winner.score() == loser.score()) return "same score, first by name";
    Part best = null;
    for (Part part : Part.values()) {
      if (best == null || part.lead(winner, loser) > best.lead(winner, loser)) best = part;
    }
    return best == null ? "" : best.words(winner, loser);
  }

  private enum Part {
    PRIORITY,
    WEIGHT,
    LIKELIHOOD,
    VALUE,
    LIKING,
    AFFINITY;

    double lead(Ranked winner, Ranked loser) {
      double theirs = of(loser.parts());
      return theirs == 0 ? Double.MAX_VALUE : of(winner.parts()) / theirs;
    }

    String words(Ranked winner, Ranked loser) {
      return name().toLowerCase(Locale.ROOT)
          + over(of(winner.parts()), of(loser.parts()))
          + ", score"
          + over(winner.score(), loser.score());
    }

    private static String over(double more, double less) {
      return ' ' + Figures.four(more) + " over " + Figures.four(less);
    }

    private double of(ScoreParts parts) {
      return switch (this) {
        case PRIORITY -> parts.priority();
        case WEIGHT -> parts.weight();
        case LIKELIHOOD -> parts.likelihood();
        case VALUE -> parts.value();
        case LIKING -> parts.liking();
        case AFFINITY -> parts.affinity();
      };
    }
  }
}
