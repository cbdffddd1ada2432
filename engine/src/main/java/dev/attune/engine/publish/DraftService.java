package dev.attune.engine.publish;

import dev.attune.engine.publish.DraftStore.Saved;
import dev.attune.engine.publish.EditResult.Diverged;
import dev.attune.engine.publish.EditResult.Edited;
import dev.attune.engine.publish.EditResult.Full;
import dev.attune.engine.publish.EditResult.Missing;
import dev.attune.engine.publish.EditResult.Overwritten;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes, edits and deletes drafts. Thread-safe; does not block. */
public final class DraftService {
  private static final int TRIES = 5;

  private final DraftStore drafts;
  private final ReleaseStore releases;
  private final Supplier<String> ids;
  private final InstantSource clock;

  /**
   * @param ids gives ids nobody can guess
   */
  public DraftService(
      DraftStore drafts, ReleaseStore releases, Supplier<String> ids, InstantSource clock) {
    this.drafts = drafts;
    this.releases = releases;
    this.ids = ids;
    this.clock = clock;
  }

  /** A draft with the files of the current release; without any before the first. */
  public CompletionStage<EditResult> create(String author) {
    return releases
        .currentNumber()
        .thenCompose(releases::load)
        .thenCompose(
            current ->
                saved(
                    new Draft(
                        ids.get(),
                        1,
                        current.map(each -> each.publication().number()).orElse(0L),
                        author,
                        clock.instant(),
                        0,
                        current.map(StoredRelease::files).orElse(ReleaseFiles.NONE))));
  }

  public CompletionStage<Optional<Draft>> find(String id) {
    return drafts.load(id);
  }

  /** All of them, the last changed first, without their files. */
  public CompletionStage<List<Draft>> list() {
    return drafts.list();
  }

  public CompletionStage<Void> delete(String id) {
    return drafts.delete(id);
  }

  /**
   * Adds or replaces a file.
   *
   * @param onlyIf the revision it is meant for; null: whichever stands there
   */
  public CompletionStage<EditResult> put(
      String id, String path, byte[] bytes, @Nullable Long onlyIf) {
    return edit(
        id, onlyIf, draft -> draft.edited(draft.files().with(path, bytes), clock.instant()));
  }

  /** Removes a file; an edit also when there is none. */
  public CompletionStage<EditResult> remove(String id, String path, @Nullable Long onlyIf) {
    return edit(id, onlyIf, draft -> draft.edited(draft.files().without(path), clock.instant()));
  }

  /** Replaces all files. */
  public CompletionStage<EditResult> replace(String id, ReleaseFiles files, @Nullable Long onlyIf) {
    return edit(id, onlyIf, draft -> draft.edited(files, clock.instant()));
  }

  /** Evaluates it beside a share of live decisions; 0 ends that. */
  public CompletionStage<EditResult> shadow(String id, double share) {
    return edit(id, null, draft -> draft.shadowing(share, clock.instant()));
  }

  /** After it was published it is a draft upon that release. */
  public CompletionStage<EditResult> published(String id, long number) {
    return edit(id, null, draft -> draft.rebased(number, draft.files(), clock.instant()));
  }

  /** Puts its edits on top of the current release. */
  public CompletionStage<EditResult> rebase(String id) {
    return drafts
        .load(id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(new Missing())
                    : rebase(found.get()));
  }

  private CompletionStage<EditResult> rebase(Draft draft) {
    CompletionStage<Optional<StoredRelease>> current =
        releases.currentNumber().thenCompose(releases::load);
    return releases
        .load(draft.base())
        .thenCombine(current, (ground, top) -> onTop(draft, ground, top))
        .thenCompose(result -> result);
  }

  private CompletionStage<EditResult> onTop(
      Draft draft, Optional<StoredRelease> ground, Optional<StoredRelease> top) {
    if (top.isEmpty()) return CompletableFuture.completedFuture(new Edited(draft));
    ReleaseFiles before = ground.map(StoredRelease::files).orElse(ReleaseFiles.NONE);
    Merge merge = Merge.of(before, draft.files(), top.get().files());
    return merge.diverged().isEmpty()
        ? saved(draft.rebased(top.get().publication().number(), merge.files(), clock.instant()))
        : CompletableFuture.completedFuture(new Diverged(merge.diverged()));
  }

  private CompletionStage<EditResult> edit(
      String id, @Nullable Long onlyIf, Function<Draft, Draft> change) {
    return edit(id, onlyIf, change, TRIES);
  }

  private CompletionStage<EditResult> edit(
      String id, @Nullable Long onlyIf, Function<Draft, Draft> change, int tries) {
    return drafts
        .load(id)
        .thenCompose(
            found -> {
              if (found.isEmpty()) return CompletableFuture.completedFuture(new Missing());
              Draft before = found.get();
              if (onlyIf != null && onlyIf != before.revision())
                return CompletableFuture.completedFuture(new Overwritten(before.revision()));
              CompletionStage<EditResult> saving = saved(change.apply(before));
              return onlyIf != null || tries == 1
                  ? saving
                  : saving.thenCompose(result -> again(result, id, change, tries));
            });
  }

  /** Edits of other files at the same moment do not disturb each other. */
  private CompletionStage<EditResult> again(
      EditResult result, String id, Function<Draft, Draft> change, int tries) {
    return result instanceof Overwritten
        ? edit(id, null, change, tries - 1)
        : CompletableFuture.completedFuture(result);
  }

  private CompletionStage<EditResult> saved(Draft draft) {
    ReleaseFiles files = draft.files();
    if (files.size() > ReleaseArchive.MOST_BYTES
        || files.byPath().size() > ReleaseArchive.MOST_FILES)
      return CompletableFuture.completedFuture(new Full(ReleaseArchive.TOO_MUCH));
    return drafts.save(draft).thenApply(saved -> result(saved, draft));
  }

  private static EditResult result(Saved saved, Draft draft) {
    return switch (saved) {
      case SAVED -> new Edited(draft);
      case FULL -> new Full("there are " + DraftStore.MOST + " drafts. Delete some first");
      case OVERTAKEN -> new Overwritten(draft.revision());
    };
  }
}
