package dev.attune.engine.action;

import java.util.Locale;

/** What an action is; each has a verb of the same name in rules. */
public enum Kind {
  NUDGE,
  TOUR,
  MODULE,
  MESSAGE,
  CHECKLIST;

  /** The verb in rules and the name on the wire. */
  public String verb() {
    return name().toLowerCase(Locale.ROOT);
  }
}
