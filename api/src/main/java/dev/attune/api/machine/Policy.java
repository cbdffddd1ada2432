package dev.attune.api.machine;

/**
 * When a thread gets a processor (<a
 * href="https://man7.org/linux/man-pages/man7/sched.7.html">sched(7)</a>).
 */
enum Policy {
  /** Its fair share. */
  FAIR(0),

  /** What others leave, and it makes room at once when one of them wakes. */
  LEFTOVER(5),

  /** Something nobody here has asked for. */
  OTHER(-1);

  private final int number;

  Policy(int number) {
    this.number = number;
  }

  static Policy of(int number) {
    for (Policy each : values()) if (each.number == number) return each;
    return OTHER;
  }

  int number() {
    return number;
  }
}
