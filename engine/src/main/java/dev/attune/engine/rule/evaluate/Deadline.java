package dev.attune.engine.rule.evaluate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Halts rules that work for too long on the thread that made it. Their own work counts, because on
 * a busy machine much more time passes by while others have the core; but not more than twenty
 * times as much, because somebody waits. Thread-safe.
 */
final class Deadline {
  private static final int BUSY = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "rule-deadline");
            thread.setDaemon(true);
            return thread;
          });

  private final Runnable halt;
  private final long thread = Thread.currentThread().getId();
  private final long lastWork;
  private final long lastMoment;
  private @Nullable Future<?> next;
  private boolean done;
  private boolean over;

  private Deadline(Duration work, Runnable halt) {
    this.halt = halt;
    this.lastWork = worked() + work.toNanos();
    this.lastMoment = System.nanoTime() + BUSY * work.toNanos();
  }

  /**
   * Begins to count.
   *
   * @param work of a core
   * @param halt called once, on another thread, when it is over
   */
  static Deadline after(Duration work, Runnable halt) {
    Deadline deadline = new Deadline(work, halt);
    deadline.lookIn(work.toNanos());
    return deadline;
  }

  private synchronized void lookIn(long nanos) {
    next = TIMER.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
  }

  private synchronized void look() {
    if (done) return;
    long left = Math.min(lastWork - worked(), lastMoment - System.nanoTime());
    if (left > 0) {
      lookIn(left);
    } else {
      over = true;
      halt.run();
    }
  }

  /** Stops counting; whether it was over before. */
  synchronized boolean wasOver() {
    done = true;
    if (next != null) next.cancel(false);
    return over;
  }

  /** All that passes counts where the JVM does not tell. */
  private long worked() {
    return THREADS.isThreadCpuTimeSupported()
        ? THREADS.getThreadCpuTime(thread)
        : System.nanoTime();
  }
}
