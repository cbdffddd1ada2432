package dev.attune.api;

import dev.attune.engine.publish.shadow.Shadows;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks which drafts are to be shadowed, whenever it is run, on the thread that builds drafts. Asks
 * once at a time, so that it takes no place among the drafts that wait there. Thread-safe.
 */
final class ShadowFollower implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ShadowFollower.class);

  private final Shadows shadows;
  private final Executor builder;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile boolean away;

  ShadowFollower(Shadows shadows, Executor builder) {
    this.shadows = shadows;
    this.builder = builder;
  }

  @Override
  public void run() {
    if (!asked.compareAndSet(false, true)) return;
    try {
      builder.execute(this::follow);
    } catch (RejectedExecutionException busy) {
      asked.set(false);
      LOG.debug("shadows wait, because drafts are being checked", busy);
    }
  }

  private void follow() {
    try {
      shadows.follow();
      away = false;
    } catch (CompletionException unreachable) {
      if (!away) LOG.warn("the drafts cannot be asked for shadows: the store does not answer");
      LOG.debug("the drafts cannot be asked for shadows", unreachable);
      away = true;
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      LOG.warn("shadows cannot be followed", broken);
    } finally {
      asked.set(false);
    }
  }
}
