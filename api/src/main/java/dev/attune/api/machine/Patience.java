package dev.attune.api.machine;

/**
 * How long one thread takes what others leave: until it has had something to do at every look, and
 * has missed some time of running since. Then it has its fair share until it has caught up: what
 * can wait does not wait for ever on a machine that is never idle, nobody waits long for a lock
 * that it holds, and a server that is warming up is not kept cold.
 */
final class Patience {
  /** In hundredths of a second. */
  private static final int BETWEEN_LOOKS = 25;

  /** With nothing to do, in a row: then it has caught up. */
  private static final int IDLE_LOOKS = 4;

  private int mostMissed;
  private long cpu;
  private long missed;
  private int untilPatient;
  private boolean hasWorked;

  /**
   * @param mostMissed hundredths of a second of running that it may miss
   */
  Patience(int mostMissed) {
    this.mostMissed = mostMissed;
  }

  /** From now on it may miss so much, in hundredths of a second. */
  void mayMiss(int mostMissed) {
    this.mostMissed = mostMissed;
  }

  /** Whether it had anything to do between the last look and the one before. */
  boolean hasWorked() {
    return hasWorked;
  }

  /** What it shall have until the next look, a quarter of a second later. */
  Policy next(SystemThread.State now) {
    hasWorked = now.ready() || now.cpu() > cpu;
    missed = now.ready() ? missed + Math.max(0, BETWEEN_LOOKS - (now.cpu() - cpu)) : 0;
    boolean behind = untilPatient > 0 && now.ready();
    if (behind || missed > mostMissed) untilPatient = IDLE_LOOKS;
    else if (untilPatient > 0) untilPatient--;
    cpu = now.cpu();
    return untilPatient > 0 ? Policy.FAIR : Policy.LEFTOVER;
  }
}
