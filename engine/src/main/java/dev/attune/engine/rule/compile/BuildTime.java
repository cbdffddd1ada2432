package dev.attune.engine.rule.compile;

import java.time.Duration;

/**
 * How much time a build may take: of a core's work, because on a busy machine much more passes by
 * while others have the core; and of time that passes, lest one that does nothing is waited for.
 *
 * @param work of a core
 */
record BuildTime(Duration work) {
  /** A build that gets less than a quarter of a core all along is not waited for either. */
  private static final int BUSY = 4;

  /**
   * @param worked what the build has used of a core so far
   * @param passed since it began
   */
  boolean isOver(Duration worked, Duration passed) {
    return worked.compareTo(work) > 0 || passed.compareTo(work.multipliedBy(BUSY)) > 0;
  }
}
