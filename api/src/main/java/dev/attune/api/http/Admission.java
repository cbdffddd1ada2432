package dev.attune.api.http;

/**
 * Sheds load early: bounds what one event loop works on at once, and bears less while the loop lags
 * behind. A lane is refused when its share of the bound is used up. The bound falls and rises like
 * TCP's window, additive up and multiplicative down: a single pause costs little, lasting overload
 * much. A slow store is no lag, so it alone refuses nobody. Used on that loop only.
 */
final class Admission {
  private static final double LESS = 0.9;
  private static final double MORE = 4;
  private static final double LEAST_SHARE = 1.0 / 16;

  private final int most;
  private final long bearableLagNanos;
  private double bound;
  private int inFlight;

  Admission(int mostInFlight, long bearableLagNanos) {
    this.most = mostInFlight;
    this.bearableLagNanos = bearableLagNanos;
    this.bound = mostInFlight;
  }

  boolean admits(Lane lane) {
    return lane == Lane.VITAL || inFlight < bound * lane.share();
  }

  void begin() {
    inFlight++;
  }

  void end() {
    inFlight--;
  }

  /** How much later than planned the loop came to run its last timer; told every few moments. */
  void lag(long nanos) {
    bound =
        nanos > bearableLagNanos
            ? Math.max(most * LEAST_SHARE, bound * LESS)
            : Math.min(most, bound + MORE);
  }
}
