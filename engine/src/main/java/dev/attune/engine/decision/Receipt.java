package dev.attune.engine.decision;

/** The answer to a reported exposure or outcome. */
public enum Receipt {
  /** Counted now. */
  COUNTED,
  /** Counted before; nothing changed. */
  ALREADY_COUNTED,
  /** No such decision, or its record has expired. */
  UNKNOWN_DECISION,
  /** The decision did not choose that action, or not about that item. */
  NOT_CHOSEN,
  /** The decision chose the action for several items, and the report names none. */
  WHICH_ITEM
}
