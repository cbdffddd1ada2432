package dev.attune.engine.action;

import java.util.Locale;

/** What an action is; each has a verb of the same name in rules. */
public enum Kind {
  NUDGE,
  TOUR,
  MODULE,
  MESSAGE,
  CHECKLIST;

  private final String verb = name().toLowerCase(Locale.ROOT);

  /** The verb in rules and the name on the wire. */
  public String verb() {
    return verb;
  }

  /** Whether it is something one does once, as opposed to something that comes back. */
  public boolean happensOnce() {
    return this == NUDGE || this == TOUR || this == CHECKLIST;
  }
}
