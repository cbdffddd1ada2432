package dev.attune.engine.fact;

/** Where a fact comes from; the earlier constant wins over the later one. */
public enum Source {
  /** The person said it. */
  DECLARED,
  /** The product saw it. */
  OBSERVED,
  /** Another system sent it. */
  IMPORTED,
  /** It was guessed. */
  INFERRED
}
