package dev.attune.api.http;

import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller is told when a stage fails. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  static Problem problem(Operation operation, Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    LOG.atError()
        .addKeyValue("operation", operation.wire())
        .setCause(cause)
        .log("a request failed");
    return Problem.internal();
  }
}
