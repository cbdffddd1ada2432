package dev.attune.engine.publish.live;

import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.Origin;
import dev.attune.engine.publish.PublishResult;
import dev.attune.engine.publish.PublishResult.Overtaken;
import dev.attune.engine.publish.PublishResult.Rejected;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.Signature;
import dev.attune.engine.publish.StoredRelease;
import dev.attune.engine.publish.Submission;
import dev.attune.engine.publish.check.CheckResult;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.publish.check.DraftChecker;
import dev.attune.engine.rule.live.ActiveRelease;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Checks and publishes what authors send: drafts, imports, rollbacks. Checks run on a thread of
 * their own, so that nothing here blocks the caller. Thread-safe.
 */
public final class PublishService {
  private final ReleaseStore store;
  private final LiveReleases live;
  private final ActiveRelease active;
  private final DraftChecker checker;
  private final DraftChecker plainChecker;
  private final Executor builder;

  /**
   * @param checker for text from outside
   * @param plainChecker builds and asks for nothing more
   * @param builder runs checks, which take seconds
   */
  public PublishService(
      ReleaseStore store,
      LiveReleases live,
      ActiveRelease active,
      DraftChecker checker,
      DraftChecker plainChecker,
      Executor builder) {
    this.store = store;
    this.live = live;
    this.active = active;
    this.checker = checker;
    this.plainChecker = plainChecker;
    this.builder = builder;
  }

  /** What would come of publishing these files now, without publishing. */
  public CompletionStage<CheckResult> check(ReleaseFiles files) {
    return CompletableFuture.supplyAsync(() -> checked(checker, files), builder);
  }

  /** Builds files, whatever their scenarios say; nobody meets what comes of it. */
  public CompletionStage<CheckResult> build(ReleaseFiles files) {
    return CompletableFuture.supplyAsync(() -> checked(plainChecker, files), builder);
  }

  /** Makes a draft the next release, while the one it was made from is current. */
  public CompletionStage<PublishResult> publish(Draft draft, Signature signature) {
    return publish(draft.files(), draft.base(), Origin.DRAFT, signature, checker);
  }

  /** Makes files the next release, on top of whatever is current unless the signature says. */
  public CompletionStage<PublishResult> bringIn(ReleaseFiles files, Signature signature) {
    return base(signature)
        .thenCompose(base -> publish(files, base, Origin.IMPORT, signature, checker));
  }

  /** Publishes the content of an earlier release again; empty when it is no longer kept. */
  public CompletionStage<Optional<PublishResult>> rollBack(long number, Signature signature) {
    return store
        .load(number)
        .thenCombine(base(signature), RollBack::new)
        .thenCompose(
            asked ->
                asked.to.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : publish(
                            asked.to.get().files(),
                            asked.base,
                            Origin.ROLLBACK,
                            signature,
                            plainChecker)
                        .thenApply(Optional::of));
  }

  private record RollBack(Optional<StoredRelease> to, long base) {}

  private CompletionStage<Long> base(Signature signature) {
    Long named = signature.onlyIf();
    return named == null ? store.currentNumber() : CompletableFuture.completedFuture(named);
  }

  private CompletionStage<PublishResult> publish(
      ReleaseFiles files, long base, Origin origin, Signature signature, DraftChecker by) {
    Submission submission =
        new Submission(
            files, base, origin, signature.author(), signature.message(), signature.requestKey());
    return store
        .currentNumber()
        .thenCompose(
            current ->
                isOvertaken(base, current, signature)
                    ? CompletableFuture.completedFuture(new Overtaken(base, current))
                    : CompletableFuture.supplyAsync(() -> publish(submission, by), builder));
  }

  /** Known before the seconds a check takes; a repeat is left to the store, which knows it. */
  private static boolean isOvertaken(long base, long current, Signature signature) {
    Long named = signature.onlyIf();
    if (named != null && named != base) return true;
    return base != current && signature.requestKey() == null;
  }

  private PublishResult publish(Submission submission, DraftChecker by) {
    CheckResult result = checked(by, submission.files());
    return result instanceof Passed passed
        ? live.publish(submission, passed)
        : new Rejected(result.diagnostics());
  }

  private CheckResult checked(DraftChecker by, ReleaseFiles files) {
    return by.check(files, active.current().content());
  }
}
