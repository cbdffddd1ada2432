package dev.attune.engine.fact;

import java.time.Instant;
import java.util.List;

/**
 * One person's account of interruptions over all surfaces, in absolute time. A decision reserves,
 * an exposure spends, an expiry returns.
 *
 * @param spent interruptions the person could perceive, oldest first, the last 31 days at least
 * @param reserved showings promised by decisions, not yet perceived; expired ones may still be here
 */
public record Attention(List<Interruption> spent, List<Reservation> reserved) {
  public static final Attention UNTOUCHED = new Attention(List.of(), List.of());

  /**
   * A showing that cost attention.
   *
   * @param kind the action's kind as its verb, e.g. {@code nudge}
   */
  public record Interruption(String action, String kind, Instant at) {}

  /**
   * A promised showing. One per {@link ActionKey} at most; asking for the action again prolongs it.
   *
   * @param id the decision that first reserved it; one reservation is one showing
   * @param kind the action's kind as its verb
   * @param interrupts false when it only holds a place under the action's own cap
   * @param expiresAt from this moment it no longer counts
   */
  public record Reservation(
      String id, String action, String kind, boolean interrupts, Instant expiresAt) {
    public boolean isLive(Instant now) {
      return now.isBefore(expiresAt);
    }
  }
}
