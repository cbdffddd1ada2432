package dev.attune.api.replay;

import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.publish.replay.Replay;
import dev.attune.engine.publish.replay.ReplayReport;
import dev.attune.engine.publish.replay.StoredPages;
import dev.attune.engine.rule.evaluate.Release;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * Replays this deployment's own recent decisions, one replay at a time and on half of the
 * processors, so that live decisions go on. Thread-safe.
 */
public final class ServerReplay {
  /** How far back records are sure to be found. */
  public static final Duration LONGEST = Duration.ofDays(7);

  private final DecisionRecords records;
  private final Function<String, CompletionStage<Optional<Release>>> releases;
  private final Outcomes outcomes;
  private final InstantSource clock;
  private final Semaphore running = new Semaphore(1);

  /**
   * @param releases finds a release that is still kept by its id; may take seconds
   */
  public ServerReplay(
      DecisionRecords records,
      Function<String, CompletionStage<Optional<Release>>> releases,
      Outcomes outcomes,
      InstantSource clock) {
    this.records = records;
    this.releases = releases;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /**
   * Runs the newest decisions on a draft.
   *
   * @param most at most so many
   * @return empty when another replay is running
   */
  public Optional<CompletionStage<ReplayReport>> start(Release draft, Duration last, long most) {
    if (!running.tryAcquire()) return Optional.empty();
    CompletableFuture<ReplayReport> report = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(draft, last, most, report), Replay.THREAD);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
    return Optional.of(report);
  }

  private void run(
      Release draft, Duration last, long most, CompletableFuture<ReplayReport> report) {
    try {
      int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
      report.complete(
          new Replay(draft, this::find, lately(draft))
              .run(new StoredPages(records, clock.instant(), last, most), threads, done -> {}));
    } catch (IOException | RuntimeException failed) {
      report.completeExceptionally(failed.getCause() == null ? failed : failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      report.completeExceptionally(stopped);
    } finally {
      running.release();
    }
  }

  /** Waits, on a thread of the replay's own. */
  private Optional<Release> find(String id) {
    return releases.apply(id).toCompletableFuture().join();
  }

  private Map<String, Evidence> lately(Release draft) {
    Map<String, Evidence> lately = new HashMap<>();
    for (String action : draft.content().cards().keySet()) {
      Evidence counts = outcomes.of(action);
      if (!counts.equals(Evidence.NONE)) lately.put(action, counts);
    }
    return lately;
  }
}
