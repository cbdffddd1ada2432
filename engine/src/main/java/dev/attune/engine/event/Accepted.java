package dev.attune.engine.event;

/** What became of an {@link Event}. */
public enum Accepted {
  /** In the store. */
  ENTERED,
  /** In the store before. */
  DUPLICATE,
  /** The person was erased. */
  ERASED,
  /** It happened more than 7 days ago and was not sent as history. */
  TOO_OLD
}
