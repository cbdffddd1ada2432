package dev.attune.engine.attention;

import java.util.Locale;

/** The outcomes an app reports in the person's name. */
public enum ReactionType {
  ACCEPTED,
  DISMISSED,
  SNOOZED,
  /** Decided otherwise, for a reason that was given; it then rests as after a dismissal. */
  OVERRIDDEN,
  /** Less like this. */
  LESS;

  /** Sent away: it rests as long as its card says, or for good. */
  public boolean isDismissal() {
    return this == DISMISSED || this == OVERRIDDEN;
  }

  /** The name on the wire, e.g. {@code dismissed}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
