package dev.attune.engine.decision;

/** The answer to a reported exposure or outcome. */
public enum Receipt {
  /** Counted now. */
  COUNTED,
  /** Counted before; nothing changed. */
  ALREADY_COUNTED,
  /** No such decision, or its record has expired. */
  UNKNOWN_DECISION,
  /** The decision did not choose that action. */
  NOT_CHOSEN
}
