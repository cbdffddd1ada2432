package dev.attune.api.onboarding.model;

import java.util.Locale;

/**
 * Why a model gave no answer. The names are safe to log and to show; they hold no words of a
 * provider.
 */
public enum Failure {
  /** The key or the request was refused (4xx other than 429). */
  REFUSED,
  /** Too many requests, and waiting would take too long. */
  RATE_LIMITED,
  /** The provider answered with a 5xx status. */
  PROVIDER_ERROR,
  /** No connection: refused, reset, unknown host. */
  UNREACHABLE,
  /** Nothing came within the first-token deadline. */
  SLOW_START,
  /** The answer stopped in the middle. */
  STALLED,
  /** The whole call took too long. */
  TOO_LATE,
  /** The answer ended without saying that it was complete. */
  UNFINISHED,
  /** The answer was cut at its greatest length, or is longer than is read. */
  TOO_LONG,
  /** The provider withheld the answer. */
  WITHHELD,
  /** The answer is not what was asked for. */
  UNREADABLE,
  /** The session's or the day's budget is spent, or cannot be read. */
  OVER_BUDGET,
  /** Recent calls failed; the provider is left alone for a while. */
  BREAKER_OPEN,
  /** As many calls as allowed are under way. */
  TOO_MANY,
  /** Nobody waits for the answer any more. */
  CANCELLED;

  /** Whether it speaks against the provider and counts for the breaker. */
  boolean blamesProvider() {
    return switch (this) {
      case RATE_LIMITED,
          PROVIDER_ERROR,
          UNREACHABLE,
          SLOW_START,
          STALLED,
          TOO_LATE,
          UNFINISHED,
          REFUSED,
          TOO_LONG ->
          true;
      case WITHHELD, UNREADABLE, OVER_BUDGET, BREAKER_OPEN, TOO_MANY, CANCELLED -> false;
    };
  }

  /** Whether the same call may go well a moment later. */
  boolean isPassing() {
    return this == RATE_LIMITED || this == PROVIDER_ERROR || this == UNREACHABLE;
  }

  /** The name on the wire and in metrics. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
