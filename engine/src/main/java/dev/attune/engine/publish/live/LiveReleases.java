package dev.attune.engine.publish.live;

import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.PublishResult;
import dev.attune.engine.publish.PublishResult.KeyReused;
import dev.attune.engine.publish.PublishResult.Overtaken;
import dev.attune.engine.publish.PublishResult.Published;
import dev.attune.engine.publish.PublishResult.Rejected;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.StoreResult;
import dev.attune.engine.publish.StoreResult.Stored;
import dev.attune.engine.publish.StoredRelease;
import dev.attune.engine.publish.Submission;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.rule.compile.BuiltRules;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.rule.live.ActiveRelease;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostic.Severity;
import dev.attune.engine.text.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the current release of a deployment the live one of this node. What is published here is
 * stored first and then live; what others published is fetched, built aside and swapped in. A
 * release that cannot be built here leaves the one before, and {@link #behind()} says so.
 * Thread-safe; methods that build or ask the store block.
 */
public final class LiveReleases {
  private static final Logger LOG = LoggerFactory.getLogger(LiveReleases.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
  private static final Diagnostic QUARANTINED =
      new Diagnostic(
          Place.of(""),
          Severity.ERROR,
          "quarantined",
          "these rules overran their limit when they were live. Publish other ones");

  private final ReleaseStore store;
  private final OldReleases old;
  private final ActiveRelease active;
  private final BuiltRules built;
  private final Consumer<ReleaseFiles> keep;
  private final InstantSource clock;
  private volatile @Nullable Publication newest;
  private volatile @Nullable Behind behind;
  private Instant tryAgain = Instant.MIN;

  /**
   * @param old builds what others published
   * @param built is handed over to other nodes before they hear of a release
   * @param keep is told the files of each release that goes live
   */
  public LiveReleases(
      ReleaseStore store,
      OldReleases old,
      ActiveRelease active,
      BuiltRules built,
      Consumer<ReleaseFiles> keep,
      InstantSource clock) {
    this.store = store;
    this.old = old;
    this.active = active;
    this.built = built;
    this.keep = keep;
    this.clock = clock;
  }

  /** The current release as far as this node has heard; empty before the first. */
  public Optional<Publication> current() {
    return Optional.ofNullable(newest);
  }

  /** The publication of what answers now; empty for rules that were never published. */
  public Optional<Publication> live() {
    return current().filter(each -> each.hash().equals(active.current().hash()));
  }

  /** Why the current release is not live here; empty when it is. */
  public Optional<Behind> behind() {
    return Optional.ofNullable(behind);
  }

  /** Stores a draft that passed its checks as the next release, and makes it live here. */
  public PublishResult publish(Submission submission, Passed checked) {
    if (active.quarantined().contains(submission.files().hash()))
      return new Rejected(List.of(QUARANTINED));
    Release release = checked.draft().release();
    built.handOver(release.content());
    old.keep(release); // word of it may come before this call goes on
    StoreResult result = join(store.publish(submission, clock.instant()));
    if (result instanceof StoreResult.KeyReused) return new KeyReused();
    if (result instanceof StoreResult.Overtaken overtaken)
      return new Overtaken(submission.base(), overtaken.current());
    Publication publication = ((Stored) result).publication();
    goLive(publication, submission.files(), release);
    return new Published(publication, checked.diagnostics());
  }

  /** Looks whether another release is current, and makes it live when it can be built. */
  public void follow() {
    long number = join(store.currentNumber());
    if (number == 0 || isSettled(number)) return;
    Optional<StoredRelease> stored = join(store.load(number));
    stored.ifPresent(this::follow);
  }

  private synchronized boolean isSettled(long number) {
    Publication known = newest;
    if (known == null || known.number() != number) return false;
    return behind == null || clock.instant().isBefore(tryAgain);
  }

  private void follow(StoredRelease stored) {
    Publication publication = stored.publication();
    if (publication.hash().equals(active.current().hash())) {
      goLive(publication, stored.files(), active.current());
      return;
    }
    var built = old.build(stored);
    if (built instanceof Compiled compiled) goLive(publication, stored.files(), compiled.release());
    else stay(publication, built.diagnostics());
  }

  private synchronized void goLive(Publication publication, ReleaseFiles files, Release release) {
    if (isLater(publication)) return;
    newest = publication;
    if (!release.hash().equals(active.current().hash()) && !active.activate(release)) {
      stay(publication, List.of(QUARANTINED));
      return;
    }
    behind = null;
    keep.accept(files);
    LOG.atInfo()
        .addKeyValue("release", publication.id())
        .log("release {} is live{}", publication.number(), told(publication.message()));
  }

  private static String told(String message) {
    return message.isEmpty() ? "" : ": " + message;
  }

  private synchronized void stay(Publication publication, List<Diagnostic> reasons) {
    if (isLater(publication)) return;
    newest = publication;
    behind = new Behind(publication, reasons);
    tryAgain = clock.instant().plus(TRY_AGAIN);
    LOG.atError()
        .addKeyValue("release", active.current().id())
        .log("release {} cannot be live here: {}", publication.number(), reasons);
  }

  /** Whether a later release than this has come already. */
  private boolean isLater(Publication publication) {
    Publication known = newest;
    return known != null && known.number() > publication.number();
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
