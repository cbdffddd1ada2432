package dev.attune.api.onboarding.dialogue;

import java.util.Locale;

/** How far a conversation is. */
public enum Phase {
  TALKING,
  /** Everything was asked; the person looks over what was noted. */
  RECAP,
  /** The person put it off. */
  LATER,
  DONE;

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
