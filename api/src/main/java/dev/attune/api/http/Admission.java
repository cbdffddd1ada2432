package dev.attune.api.http;

/**
 * Sheds load early: counts what one event loop works on and how far it lags behind. A lane is
 * refused when its share of either bound is used up. Used on that loop only.
 */
final class Admission {
  private final int mostInFlight;
  private final long mostLagNanos;
  private int inFlight;
  private long lagNanos;

  Admission(int mostInFlight, long mostLagNanos) {
    this.mostInFlight = mostInFlight;
    this.mostLagNanos = mostLagNanos;
  }

  boolean admits(Lane lane) {
    return lane == Lane.VITAL
        || (inFlight < mostInFlight * lane.share() && lagNanos <= mostLagNanos * lane.share());
  }

  void begin() {
    inFlight++;
  }

  void end() {
    inFlight--;
  }

  /** How much later than planned the loop came to run its last timer. */
  void lag(long nanos) {
    lagNanos = Math.max(0, nanos);
  }
}
