package dev.attune.engine.fact;

import java.util.concurrent.CompletionException;

/** The store did not answer, or not in time. What was sent may or may not have been done. */
public final class StoreUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreUnreachable(String message) {
    super(message, null, false, false);
  }

  /** Whether this is why a stage failed. */
  public static boolean isBehind(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof StoreUnreachable;
  }
}
