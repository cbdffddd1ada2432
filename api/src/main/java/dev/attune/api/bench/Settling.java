package dev.attune.api.bench;

import java.io.IOException;
import java.time.Duration;

/** Waits until a server is as quick as it gets, which takes its compiler a while. */
final class Settling {
  private static final double NO_MORE = 1.05;
  private static final int WINDOWS = 3;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

  private Settling() {}

  /** Good answers a second within a window. */
  interface Window {
    double run(Duration length) throws IOException;
  }

  /**
   * Runs window after window, until three in a row bring no twentieth more than one before them, or
   * for a minute and a half.
   *
   * @return the most good answers a second in one window
   */
  static double settle(Duration length, Window window) throws IOException {
    double most = 0;
    int noMore = 0;
    Duration left = LONG_ENOUGH;
    while (noMore < WINDOWS && left.compareTo(Duration.ZERO) > 0) {
      double now = window.run(length);
      noMore = now > most * NO_MORE ? 0 : noMore + 1;
      most = Math.max(most, now);
      left = left.minus(length);
    }
    return most;
  }
}
