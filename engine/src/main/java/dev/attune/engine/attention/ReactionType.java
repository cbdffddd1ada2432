package dev.attune.engine.attention;

import java.util.Locale;

/** The outcomes an app reports in the person's name. */
public enum ReactionType {
  ACCEPTED,
  DISMISSED,
  SNOOZED,
  /** Less like this. */
  LESS;

  /** The name on the wire, e.g. {@code dismissed}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
