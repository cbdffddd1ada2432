package dev.attune.api.http;

import dev.attune.engine.fact.StoreUnreachable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller is told when a stage fails. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /**
   * 503 when the store could not be reached or refused; a bug of ours is 500 and logged in full.
   * Bugs show themselves as the exceptions of the language; stores fail with their own.
   */
  static Problem problem(Operation operation, Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof StoreUnreachable) return storeAway();
    if (cause instanceof RejectedExecutionException) {
      return Problem.unavailable("More is being worked out than can be; ask again in a moment.");
    }
    boolean bug = cause instanceof Error || cause.getClass().getName().startsWith("java.");
    LOG.atError()
        .addKeyValue("operation", operation.wire())
        .setCause(cause)
        .log("a request failed");
    return bug ? Problem.internal() : storeAway();
  }

  private static Problem storeAway() {
    return Problem.unavailable("The store does not answer; what was sent may be sent again.");
  }
}
