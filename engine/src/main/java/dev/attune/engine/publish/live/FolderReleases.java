package dev.attune.engine.publish.live;

import dev.attune.engine.fact.StoreUnreachable;
import dev.attune.engine.publish.Origin;
import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.PublishResult;
import dev.attune.engine.publish.PublishResult.Published;
import dev.attune.engine.publish.PublishResult.Rejected;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.Submission;
import dev.attune.engine.publish.check.CheckResult;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.publish.check.DraftChecker;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.folder.RulesFolder;
import dev.attune.engine.rule.live.ActiveRelease;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostic.Severity;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A watched folder's way to the live release: the same checks and the same store as any draft. An
 * edit that may not go live is told by {@link ActiveRelease#diagnostics()}. Used by one thread,
 * which it blocks.
 */
public final class FolderReleases {
  private static final Logger LOG = LoggerFactory.getLogger(FolderReleases.class);
  private static final int MOST_TOLD = 20;

  private final Path folder;
  private final DraftChecker checker;
  private final ReleaseStore store;
  private final LiveReleases live;
  private final ActiveRelease active;
  private final FolderMemory memory;
  private @Nullable ReleaseFiles waiting;

  /** Its releases name the folder as their author. */
  public FolderReleases(
      Path folder,
      DraftChecker checker,
      ReleaseStore store,
      LiveReleases live,
      ActiveRelease active,
      FolderMemory memory) {
    this.folder = folder;
    this.checker = checker;
    this.store = store;
    this.live = live;
    this.active = active;
    this.memory = memory;
  }

  /** The folder's files have come to rest. */
  public void edited() {
    waiting = null;
    Diagnostics diagnostics = new Diagnostics();
    Map<String, byte[]> read = read(diagnostics);
    tell(diagnostics.sorted());
    if (diagnostics.hasErrors()) active.refuse(diagnostics.sorted());
    else settle(ReleaseFiles.of(read));
  }

  private Map<String, byte[]> read(Diagnostics diagnostics) {
    try {
      return RulesFolder.read(folder, diagnostics);
    } catch (UncheckedIOException e) {
      String why = "the rules folder cannot be read. Put it back, readable: " + folder;
      diagnostics.error(Place.of(String.valueOf(folder.getFileName())), "unreadable", why);
      return Map.of();
    }
  }

  /** Tries again what had to wait: the store was away, or something else was published. */
  public void reconsider() {
    ReleaseFiles files = waiting;
    if (files != null) settle(files);
  }

  private void settle(ReleaseFiles files) {
    try {
      live.follow();
      List<Publication> kept = store.recent().toCompletableFuture().join();
      long base = kept.isEmpty() ? 0 : kept.get(0).number();
      switch (FolderTurn.of(files.hash(), memory.agreed(), kept)) {
        case AGREES -> agree(files);
        case FOLLOWS -> rest();
        case PUBLISHES -> publish(files, base);
        case CONFLICTS -> await(files, conflict(kept.get(0)));
      }
    } catch (CompletionException unreachable) {
      if (!(unreachable.getCause() instanceof StoreUnreachable)) throw unreachable;
      await(files, "the store of releases does not answer. The edit waits for it");
    }
  }

  private void publish(ReleaseFiles files, long base) {
    @Nullable Content before = base == 0 ? null : active.current().content();
    CheckResult checked = checker.check(files, before);
    tell(checked.diagnostics());
    if (!(checked instanceof Passed passed)) {
      LOG.warn("the edit is not live; release {} stays", active.current().id());
      active.refuse(checked.diagnostics());
      waiting = null;
      return;
    }
    Submission submission =
        new Submission(files, base, Origin.FOLDER, "folder " + folder.getFileName(), "", null);
    PublishResult result = live.publish(submission, passed);
    if (result instanceof Published) agree(files);
    else if (result instanceof Rejected rejected) active.refuse(rejected.diagnostics());
    else await(files, "another release was published at the same moment. The edit is tried again");
  }

  private void agree(ReleaseFiles files) {
    memory.agree(files.hash());
    rest();
  }

  private void rest() {
    waiting = null;
    active.confirm();
  }

  private void await(ReleaseFiles files, String why) {
    if (waiting == null) LOG.warn("the folder's edit is not live: {}", why);
    waiting = files;
    active.refuse(List.of(new Diagnostic(Place.of(""), Severity.ERROR, "not-published", why)));
  }

  private static String conflict(Publication current) {
    return "release %d by %s was published since this folder was read. Bring it into the folder"
            .formatted(current.number(), current.author())
        + " with \"attune export\" and edit that, or put the folder on top of it with \"attune"
        + " publish\"";
  }

  private static void tell(List<Diagnostic> diagnostics) {
    diagnostics.stream().limit(MOST_TOLD).forEach(each -> LOG.warn("{}", each));
    int more = diagnostics.size() - MOST_TOLD;
    if (more > 0) LOG.warn("and {} more; ./attune lint and ./attune test tell them", more);
  }
}
