package dev.attune.engine.publish.shadow;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.publish.replay.DraftRun;
import dev.attune.engine.publish.replay.Move;
import dev.attune.engine.rule.evaluate.Release;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A draft beside the live release: decisions people got are run again on it, from their records
 * alone, so that it reserves, records and shows nothing. Counts what would have been another.
 * Thread-safe.
 */
public final class Shadow implements Cast {
  private static final double HASHES = 0x1p31;

  private final DraftRun draft;
  private final double share;
  private final SortedMap<String, Difference> byAction = new TreeMap<>();
  private long decisions;
  private long changed;
  private long skipped;

  /**
   * @param share of the decisions it is run on, above 0, at most 1
   */
  public Shadow(Release draft, double share) {
    this.draft = new DraftRun(draft);
    this.share = share;
  }

  /**
   * What was seen so far.
   *
   * @param decisions how many were run again
   * @param changed in how many somebody would have got other actions, or in another order
   * @param skipped how many of its share were not run again: the node was busy, or the decision
   *     means nothing on the draft
   */
  public record Counts(
      long decisions, long changed, long skipped, SortedMap<String, Difference> byAction) {
    Counts plus(Counts other) {
      SortedMap<String, Difference> both = new TreeMap<>(byAction);
      other.byAction.forEach((action, some) -> both.merge(action, some, Difference::plus));
      return new Counts(
          decisions + other.decisions, changed + other.changed, skipped + other.skipped, both);
    }
  }

  /**
   * How one action would have fared.
   *
   * @param gained decisions that would have chosen it and did not
   * @param lost decisions that chose it and would not have
   */
  public record Difference(long gained, long lost) {
    static Difference of(Move move) {
      return new Difference(move.isGain() ? 1 : 0, move.isLoss() ? 1 : 0);
    }

    Difference plus(Difference other) {
      return new Difference(gained + other.gained, lost + other.lost);
    }
  }

  /** Whether a decision belongs to its share; the same one always or never does. */
  boolean takes(DecisionRecord made) {
    int hash = made.id().hashCode() * 0x9E3779B9;
    return (hash >>> 1) / HASHES < share;
  }

  /** Runs one decision again and counts. */
  void see(DecisionRecord made) {
    Optional<List<Move>> moves = draft.moves(made);
    if (moves.isPresent()) count(moves.get());
    else skip();
  }

  /** Counts one of its decisions that is not run again; how many there are now. */
  synchronized long skip() {
    return ++skipped;
  }

  private synchronized void count(List<Move> moves) {
    decisions++;
    if (!moves.isEmpty()) changed++;
    for (Move move : moves) {
      if (move.isGain() || move.isLoss())
        byAction.merge(move.action(), Difference.of(move), Difference::plus);
    }
  }

  /** A copy. */
  public synchronized Counts counts() {
    return new Counts(decisions, changed, skipped, new TreeMap<>(byAction));
  }
}
