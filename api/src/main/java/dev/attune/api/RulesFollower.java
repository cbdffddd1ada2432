package dev.attune.api;

import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.live.FolderReleases;
import dev.attune.engine.publish.live.LiveReleases;
import dev.attune.engine.rule.compile.BuildProcesses;
import dev.attune.engine.rule.live.FolderWatch;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the store of releases and the folder, on one thread that does nothing else. Whatever goes
 * wrong, what is live stays and the next turn tries again.
 */
final class RulesFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RulesFollower.class);
  private static final long ASK_MILLIS = 1_000;
  private static final long FIRST_SECONDS = 60;

  private final LiveReleases releases;
  private final FolderReleases edits;
  private final BuildProcesses processes;
  private final ScheduledExecutorService thread = Builders.following();
  private volatile boolean closed;

  RulesFollower(LiveReleases releases, FolderReleases edits, BuildProcesses processes) {
    this.releases = releases;
    this.edits = edits;
    this.processes = processes;
  }

  /**
   * Follows from now on. Blocks until the deployment's current release is live, or the store has
   * not answered.
   */
  void start(ReleaseStore store, ShadowFollower shadowing, Path folder, Timer timer) {
    CompletableFuture.runAsync(this::ask, thread)
        .completeOnTimeout(null, FIRST_SECONDS, TimeUnit.SECONDS)
        .join();
    store.onPublished(this::askSoon);
    thread.scheduleWithFixedDelay(this::ask, ASK_MILLIS, ASK_MILLIS, TimeUnit.MILLISECONDS);
    thread.scheduleWithFixedDelay(shadowing, ASK_MILLIS, 2 * ASK_MILLIS, TimeUnit.MILLISECONDS);
    new FolderWatch(folder, () -> edited(timer)).start(thread);
  }

  private void askSoon() {
    try {
      thread.execute(this::ask);
    } catch (RejectedExecutionException closed) {
      LOG.debug("a notice came after the end", closed);
    }
  }

  private void ask() {
    try {
      releases.follow();
      edits.reconsider();
    } catch (CompletionException unreachable) {
      LOG.debug("the store of releases does not answer", unreachable);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError broken) {
      LOG.error("the current release cannot be followed; the live one stays", broken);
    }
  }

  private void edited(Timer timer) {
    try {
      timer.record(edits::edited);
    } catch (CompletionException storeGone) {
      if (!closed) throw storeGone;
      LOG.debug("an edit came at the end", storeGone);
    }
  }

  /** An author is at work: has a process get ready for the build that will come of it. */
  void expectBuild() {
    try {
      thread.execute(processes::prepare);
    } catch (RejectedExecutionException closed) {
      LOG.debug("an author came after the end", closed);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdownNow();
  }
}
