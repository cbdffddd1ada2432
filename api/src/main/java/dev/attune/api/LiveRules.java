package dev.attune.api;

import dev.attune.api.redis.RedisStores;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.check.DraftChecker;
import dev.attune.engine.publish.check.DraftChecks;
import dev.attune.engine.publish.live.FolderMemory;
import dev.attune.engine.publish.live.FolderReleases;
import dev.attune.engine.publish.live.LiveReleases;
import dev.attune.engine.publish.live.OldReleases;
import dev.attune.engine.publish.live.PublishService;
import dev.attune.engine.publish.live.RecentReleases;
import dev.attune.engine.publish.replay.RecordPages;
import dev.attune.engine.publish.replay.StoredPages;
import dev.attune.engine.publish.shadow.Shadows;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.compile.BuildProcesses;
import dev.attune.engine.rule.compile.BuiltRules;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.live.ActiveRelease;
import dev.attune.engine.rule.live.FolderWatch;
import dev.attune.engine.text.Diagnostic;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of a running server: the folder is watched, the store followed, what authors send
 * checked, each on a thread that does nothing else.
 */
final class LiveRules implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);
  private static final long ASK_MILLIS = 1_000;
  private static final long FIRST_SECONDS = 60;
  private static final Duration LATELY = Duration.ofDays(7);
  private static final int MOST_RECORDS = 20_000;

  private final ActiveRelease active;
  private final LiveReleases releases;
  private final OldReleases old;
  private final FolderReleases edits;
  private final PublishService publishing;
  private final ScheduledExecutorService follower = Builders.following();
  private final ThreadPoolExecutor checker;
  private final ThreadPoolExecutor beside = Builders.beside();
  private final Shadows shadows;
  private final BuildProcesses processes;
  private volatile boolean closed;

  private LiveRules(
      Path folder,
      Ground ground,
      Release first,
      BuiltRules built,
      RedisStores stores,
      InstantSource clock) {
    ReleaseStore store = stores.releases();
    Supplier<RecordPages> lately =
        () -> new StoredPages(stores.records(), clock.instant(), LATELY, MOST_RECORDS);
    ReleaseCompiler ofFolder = ReleaseCompiler.ofFolder(built);
    ReleaseCompiler ofOthers = ReleaseCompiler.ofUntrusted(built, ground.processes);
    ReleaseCompiler ofDrafts = ReleaseCompiler.ofUntrusted(built, ground.processes);
    this.processes = ground.processes;
    this.active = new ActiveRelease(first);
    this.checker = Builders.checking();
    RecentReleases recent = new RecentReleases();
    recent.add(first);
    active.onChange(recent::add);
    this.old = new OldReleases(store, ofOthers, recent, checker);
    this.releases = new LiveReleases(store, old, active, built, ground.lastGood::keep, clock);
    this.shadows =
        new Shadows(stores.drafts(), stores.shadows(), DraftIds.next(), ofDrafts, beside);
    this.edits =
        new FolderReleases(
            folder,
            new DraftChecker(ofFolder, DraftChecks.folder(lately)),
            store,
            releases,
            active,
            ground.memory);
    this.publishing =
        new PublishService(
            store,
            releases,
            active,
            new DraftChecker(ofDrafts, DraftChecks.called(lately)),
            new DraftChecker(ofDrafts, List.of()),
            checker);
  }

  /** What rules are built with and remembered in, all in the data folder. */
  private record Ground(
      BuiltRules built, BuildProcesses processes, LastGoodRules lastGood, FolderMemory memory) {
    static Ground in(Path data) {
      return new Ground(
          BuiltRules.in(data.resolve("compiled")),
          new BuildProcesses(),
          new LastGoodRules(data.resolve("last-good-rules.zip")),
          new FolderMemory(data.resolve("folder-release")));
    }
  }

  /**
   * What came of building the first rules.
   *
   * @param diagnostics what is wrong with the folder; empty when it is live
   */
  static final class Started {
    private final Path folder;
    private final Ground ground;
    private final @Nullable Release first;
    private final List<Diagnostic> diagnostics;

    private Started(Path folder, Ground ground, FirstRelease first) {
      this.folder = folder;
      this.ground = ground;
      this.first = first.release();
      this.diagnostics = first.diagnostics();
    }

    List<Diagnostic> diagnostics() {
      return diagnostics;
    }

    /** False when neither the folder nor what was live last compiles. */
    boolean hasRules() {
      return first != null;
    }
  }

  /** Builds what to start on, before there is a store; takes seconds when the rules are new. */
  static Started start(Path folder, Path data) {
    Ground ground = Ground.in(data);
    return new Started(
        folder,
        ground,
        FirstRelease.build(
            folder,
            ground.lastGood,
            ground.memory,
            ReleaseCompiler.ofFolder(ground.built),
            ReleaseCompiler.ofUntrusted(ground.built, ground.processes)));
  }

  /**
   * Goes on with the deployment's current release, when the store has one, and from then on with
   * every other. Blocks until the first is live, or the store has not answered.
   *
   * @param secret what all nodes know and nobody else; with it they trust what another built
   */
  static LiveRules join(
      Started started, RedisStores stores, String secret, Timer timer, InstantSource clock) {
    if (started.first == null) throw new IllegalArgumentException("there are no rules");
    LiveRules rules =
        new LiveRules(
            started.folder,
            started.ground,
            started.first,
            started.ground.built.sharedBy(stores.archives(), secret),
            stores,
            clock);
    if (!started.diagnostics.isEmpty()) rules.active.refuse(started.diagnostics);
    CompletableFuture.runAsync(rules::ask, rules.follower)
        .completeOnTimeout(null, FIRST_SECONDS, TimeUnit.SECONDS)
        .join();
    stores.releases().onPublished(rules::askSoon);
    rules.follower.scheduleWithFixedDelay(
        rules::ask, ASK_MILLIS, ASK_MILLIS, TimeUnit.MILLISECONDS);
    rules.follower.scheduleWithFixedDelay(
        new ShadowFollower(rules.shadows, rules.checker),
        ASK_MILLIS,
        2 * ASK_MILLIS,
        TimeUnit.MILLISECONDS);
    new FolderWatch(started.folder, () -> rules.edited(timer)).start(rules.follower);
    return rules;
  }

  private void askSoon() {
    try {
      follower.execute(this::ask);
    } catch (RejectedExecutionException closed) {
      LOG.debug("a notice came after the end", closed);
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

  /** An author is at work: has a process get ready for the build that will come of it. */
  void expectBuild() {
    try {
      follower.execute(processes::prepare);
    } catch (RejectedExecutionException closed) {
      LOG.debug("an author came after the end", closed);
    }
  }

  ActiveRelease active() {
    return active;
  }

  /** What was published, and what of it is live here. */
  LiveReleases releases() {
    return releases;
  }

  /** Finds the releases of decisions. */
  OldReleases old() {
    return old;
  }

  Shadows shadows() {
    return shadows;
  }

  PublishService publishing() {
    return publishing;
  }

  Release current() {
    return active.current();
  }

  Content content() {
    return active.current().content();
  }

  @Override
  public void close() {
    closed = true;
    follower.shutdownNow();
    checker.shutdownNow();
    beside.shutdownNow();
    processes.close();
  }
}
