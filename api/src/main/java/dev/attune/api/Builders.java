package dev.attune.api;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads rules are built on: of least priority, so that decisions go first. */
final class Builders {
  private static final int DRAFTS_WAITING = 16;
  private static final int SHADOWED_WAITING = 256;

  private Builders() {}

  /** Follows the store and the folder. */
  static ScheduledExecutorService following() {
    return Executors.newSingleThreadScheduledExecutor(named(CanWait.RULE_BUILDER));
  }

  /** Checks what authors send, one after the other; refuses when too many wait. */
  static ThreadPoolExecutor checking() {
    return new ThreadPoolExecutor(
        1,
        1,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(DRAFTS_WAITING),
        named(CanWait.DRAFT_BUILDER));
  }

  /** Runs decisions again on shadowed drafts; refuses when it is behind. */
  static ThreadPoolExecutor beside() {
    return new ThreadPoolExecutor(
        1,
        1,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(SHADOWED_WAITING),
        named(CanWait.SHADOW));
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread builder = new Thread(task, name);
      builder.setDaemon(true);
      builder.setPriority(Thread.MIN_PRIORITY);
      return builder;
    };
  }
}
