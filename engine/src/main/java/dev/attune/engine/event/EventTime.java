package dev.attune.engine.event;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened, by the server's clock.
 *
 * @param clamped the sender put it into the future; it counts as happening on receipt
 */
public record EventTime(Instant at, boolean clamped) {
  private static final Duration FUTURE = Duration.ofMinutes(5);

  /**
   * Corrects the sender's clock by what it shows on sending.
   *
   * @param told when it happened by the sender's clock; null: on receipt
   * @param sentAt the sender's clock on sending; null: taken as right
   */
  public static EventTime of(@Nullable Instant told, @Nullable Instant sentAt, Instant receivedAt) {
    if (told == null) return new EventTime(milliseconds(receivedAt), false);
    Instant at = sentAt == null ? told : receivedAt.minus(Duration.between(told, sentAt));
    boolean clamped = at.isAfter(receivedAt.plus(FUTURE));
    return new EventTime(milliseconds(clamped ? receivedAt : at), clamped);
  }

  private static Instant milliseconds(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }
}
