package dev.attune.engine.fact;

/** The store did not answer, or not in time. What was sent may or may not have been done. */
public final class StoreUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreUnreachable(String message) {
    super(message, null, false, false);
  }
}
