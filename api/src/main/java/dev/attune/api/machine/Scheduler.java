package dev.attune.api.machine;

import com.sun.jna.Function;
import com.sun.jna.ptr.IntByReference;
import java.util.Locale;
import java.util.Optional;

/**
 * The scheduler of Linux. Giving threads of one's own less needs no right (<a
 * href="https://man7.org/linux/man-pages/man2/sched_setscheduler.2.html">sched_setscheduler(2)</a>).
 */
final class Scheduler {
  private static final IntByReference NO_PRIORITY = new IntByReference(0);

  private final Function set;

  private Scheduler(Function set) {
    this.set = set;
  }

  /** Empty on other systems, and where native code cannot be loaded. */
  static Optional<Scheduler> ofSystem() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"))
      return Optional.empty();
    try {
      return Optional.of(new Scheduler(Function.getFunction("c", "sched_setscheduler")));
    } catch (LinkageError notHere) {
      return Optional.empty();
    }
  }

  /** Whether the system did it: not when the thread has ended, or something forbids it. */
  boolean set(SystemThread thread, Policy policy) {
    Object[] arguments = {thread.id(), policy.number(), NO_PRIORITY};
    return set.invokeInt(arguments) == 0;
  }
}
