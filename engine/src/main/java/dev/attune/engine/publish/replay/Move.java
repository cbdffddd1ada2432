package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.ReasonCode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What became of one action in one decision, before and after.
 *
 * @param from why it was not chosen; null when it was
 * @param to the same on the other release. Null on both sides: chosen on another rank
 */
public record Move(String action, @Nullable ReasonCode from, @Nullable ReasonCode to)
    implements Comparable<Move> {
  /** How a side is told, e.g. {@code chosen} or {@code CAPPED}. */
  public static String told(@Nullable ReasonCode reason) {
    return reason == null ? "chosen" : reason.name();
  }

  public boolean isGain() {
    return from != null && to == null;
  }

  public boolean isLoss() {
    return from == null && to != null;
  }

  /** Whether the person gets something else, or it elsewhere; other moves only change a reason. */
  public boolean isSeen() {
    return from == null || to == null;
  }

  @Override
  public int compareTo(Move other) {
    return Comparator.comparing(Move::action)
        .thenComparing(move -> told(move.from()))
        .thenComparing(move -> told(move.to()))
        .compare(this, other);
  }

  @Override
  public String toString() {
    return action + ": " + told(from) + " -> " + told(to);
  }
}
