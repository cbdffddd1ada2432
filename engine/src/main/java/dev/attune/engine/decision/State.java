package dev.attune.engine.decision;

import java.util.Locale;

/** How good the facts behind a decision were. */
public enum State {
  /** Read from the store now. */
  FRESH,
  /** The store did not answer; decided on the last known facts. */
  STALE,
  /** Nothing known or nothing evaluated; fallbacks only. */
  DEFAULT;

  /** The name on the wire, e.g. {@code fresh}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
