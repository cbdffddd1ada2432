package dev.attune.engine.fact;

/** What became of a {@link Write}. */
public enum Written {
  ENTERED,
  /** Entered before; nothing changed. */
  DUPLICATE,
  /** The person was erased; nothing is kept of late deliveries. */
  ERASED
}
