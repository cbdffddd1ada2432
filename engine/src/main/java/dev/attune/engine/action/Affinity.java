package dev.attune.engine.action;

import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Recent;
import java.time.Duration;
import java.time.Instant;

/**
 * How much more a placement shows of what a person makes use of. Every use counts one, and less the
 * longer ago it was; the sum is turned into a factor of the score that grows towards a bound.
 *
 * @param halfLife after so long a use counts half, after twice as long a quarter
 * @param halfAt the sum at which half of the effect is reached; above 0
 * @param most the factor the score approaches; 1 and more
 */
public record Affinity(Duration halfLife, double halfAt, double most) {
  private static final int QUARTERS_A_DAY = 96;
  private static final double HOURS_A_DAY = 24;

  /** A counter's events of the last 32 days, each faded by the whole days since it happened. */
  public double uses(Counter counter, Instant now) {
    Recent recent = counter.recent();
    int today = Recent.quarter(now);
    double aDay = aDay();
    double faded = 1;
    double sum = 0;
    int days = 0;
    for (int i = recent.size() - 1; i >= 0; i--) {
      for (; (today - recent.quarterAt(i)) / QUARTERS_A_DAY > days; days++) faded *= aDay;
      sum += recent.countAt(i) * faded;
    }
    return sum;
  }

  /** One use, faded by the whole days since. */
  public double use(Instant at, Instant now) {
    return StrictMath.pow(aDay(), Math.max(0, Duration.between(at, now).toDays()));
  }

  /** 1 for nothing used, towards {@code most} for much. */
  public double factor(double uses) {
    return 1 + (most - 1) * uses / (uses + halfAt);
  }

  /** Of {@code StrictMath}, so that a record comes to the same score on every machine. */
  private double aDay() {
    return StrictMath.pow(0.5, HOURS_A_DAY / halfLife.toHours());
  }
}
