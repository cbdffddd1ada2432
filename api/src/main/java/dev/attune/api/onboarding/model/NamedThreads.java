package dev.attune.api.onboarding.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounded pools of named daemon threads. */
final class NamedThreads {
  private NamedThreads() {}

  /**
   * @param waiting how many tasks may wait for a thread; 0 hands each to a thread at once
   */
  static ExecutorService atMost(String name, int threads, int waiting) {
    boolean direct = waiting == 0;
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            direct ? 0 : threads,
            threads,
            30,
            TimeUnit.SECONDS,
            direct ? new SynchronousQueue<>() : new LinkedBlockingQueue<>(waiting),
            named(name));
    if (!direct) pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  static ScheduledExecutorService timers(String name) {
    ScheduledThreadPoolExecutor timers =
        (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1, named(name));
    timers.setRemoveOnCancelPolicy(true);
    return timers;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
