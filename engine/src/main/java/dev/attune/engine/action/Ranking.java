package dev.attune.engine.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a placement asks of its order beside class and score.
 *
 * @param affinity null: what a person makes use of does not count
 * @param quotas all that hold on a visit are kept
 * @param exploration so many of its places are drawn by lot among what would otherwise be left out
 * @param moves on a visit on which the rules propose the same as on the one before, at most so many
 *     places change; null: any
 * @param floor what scores less is left out
 */
public record Ranking(
    @Nullable Affinity affinity,
    List<Quota> quotas,
    int exploration,
    @Nullable Integer moves,
    double floor) {
  public static final Ranking BY_SCORE = new Ranking(null, List.of(), 0, null, 0);
}
