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
import dev.attune.engine.text.Diagnostic;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a running server, and the services around them: what is live, what was, what authors
 * send and what is tried beside it.
 */
final class LiveRules implements AutoCloseable {
  private static final Duration LATELY = Duration.ofDays(7);
  private static final int MOST_RECORDS = 20_000;

  private final ActiveRelease active;
  private final LiveReleases releases;
  private final OldReleases old;
  private final PublishService publishing;
  private final RulesFollower follower;
  private final ShadowFollower shadowing;
  private final ThreadPoolExecutor checker;
  private final ThreadPoolExecutor beside = Builders.beside();
  private final Shadows shadows;
  private final BuildProcesses processes;

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
    this.shadowing = new ShadowFollower(shadows, checker);
    FolderReleases edits =
        new FolderReleases(
            folder,
            new DraftChecker(ofFolder, DraftChecks.folder(lately)),
            store,
            releases,
            active,
            ground.memory);
    this.follower = new RulesFollower(releases, edits, processes);
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
    rules.follower.start(stores.releases(), rules.shadowing, started.folder, timer);
    return rules;
  }

  /** An author is at work: has a process get ready for the build that will come of it. */
  void expectBuild() {
    follower.expectBuild();
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
    follower.close();
    checker.shutdownNow();
    beside.shutdownNow();
    processes.close();
  }
}
