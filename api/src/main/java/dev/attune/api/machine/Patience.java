package dev.attune.api.machine;

/**
 * How long one thread takes what others leave: until it could have run at every look of a second
 * and hardly did. Then it has its fair share for two seconds, so that what can wait does not wait
 * for ever on a machine that is never idle.
 */
final class Patience {
  private static final int LOOKS_OF_WAITING = 4;
  private static final int LOOKS_OF_FAIRNESS = 8;

  /** Of the hundred hundredths of a second that it waits. */
  private static final int HARDLY = 5;

  private int waiting;
  private long cpuBefore;
  private int fair;

  /** What it shall have until the next look, a quarter of a second later. */
  Policy next(SystemThread.State now) {
    if (!now.ready() || now.cpu() - cpuBefore >= HARDLY) {
      waiting = 0;
      cpuBefore = now.cpu();
    } else if (++waiting >= LOOKS_OF_WAITING) {
      fair = LOOKS_OF_FAIRNESS;
    }
    if (fair == 0) return Policy.LEFTOVER;
    fair--;
    return Policy.FAIR;
  }
}
