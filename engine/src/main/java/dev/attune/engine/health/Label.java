package dev.attune.engine.health;

import java.util.Locale;

/** What is wrong with a rule, its card or a placement. */
public enum Label {
  /** Its card's publish window is over. */
  EXPIRED,
  /** It needs a fact that nobody had in any decision. */
  FACT_NEVER_PRESENT,
  /** What happened steadily does not happen any more. */
  SUDDENLY_SILENT,
  /** It matched in no decision. */
  NEVER_MATCHED,
  /** Its action was stopped by caps or budgets every time. */
  ALWAYS_CAPPED,
  /** Its action lost to others every time. */
  ALWAYS_BEATEN,
  /** It and another rule split people in two and give both the same. */
  ARMS_ALIKE,
  /** Nobody touched it for 90 days. */
  UNCHANGED,
  /** No request named the placement. */
  UNASKED_PLACEMENT;

  /** As on the wire, e.g. {@code never-matched}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
