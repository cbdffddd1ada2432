package dev.attune.engine.decision;

import java.util.Locale;

/** Why a decision is not fresh, or not as rich as it could be. */
public enum StateReason {
  /** Nothing to report. */
  NONE,
  /** The store could not be read. */
  STORE_UNAVAILABLE,
  /** The store could be read, but no attention could be reserved: interruptions were left out. */
  ATTENTION_UNAVAILABLE,
  /** The rules ran into their limit. */
  LIMIT_HIT,
  /** A bug; the log has it under the decision's id. */
  ERROR;

  /** The name on the wire, e.g. {@code store-unavailable}; empty for {@code NONE}. */
  public String wire() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
