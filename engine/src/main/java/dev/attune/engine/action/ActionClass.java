package dev.attune.engine.action;

import java.util.Locale;

/** How much an action matters; an earlier class always ranks before a later one. */
public enum ActionClass {
  MANDATORY,
  SERVICE,
  EDUCATIONAL,
  PROMOTIONAL;

  /** The name in cards and on the wire, e.g. {@code promotional}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
