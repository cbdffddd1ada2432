package dev.attune.engine.publish.live;

import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.ReleaseStore;
import dev.attune.engine.publish.StoredRelease;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.rule.Reading.Read;
import dev.attune.engine.rule.compile.CompileResult;
import dev.attune.engine.rule.compile.CompileResult.Compiled;
import dev.attune.engine.rule.compile.CompileResult.Rejected;
import dev.attune.engine.rule.compile.ReleaseCompiler;
import dev.attune.engine.rule.evaluate.Release;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Finds the release a decision was made on, also one that was never live here or before a restart:
 * among those at hand, then among the stored ones, which it builds. Thread-safe.
 */
public final class OldReleases {
  private final ReleaseStore store;
  private final ReleaseCompiler compiler;
  private final RecentReleases recent;
  private final Executor builder;

  /**
   * @param compiler for text that came from elsewhere
   * @param builder runs builds, which take seconds
   */
  public OldReleases(
      ReleaseStore store, ReleaseCompiler compiler, RecentReleases recent, Executor builder) {
    this.store = store;
    this.compiler = compiler;
    this.recent = recent;
    this.builder = builder;
  }

  /**
   * By the id decisions name; empty when it is no longer kept or can no longer be built. Does not
   * block.
   */
  public CompletionStage<Optional<Release>> find(String id) {
    Optional<Release> known = recent.find(id);
    if (known.isPresent()) return CompletableFuture.completedFuture(known);
    return store.recent().thenCompose(kept -> load(kept, id)).thenApplyAsync(this::built, builder);
  }

  private CompletionStage<Optional<StoredRelease>> load(List<Publication> kept, String id) {
    return kept.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(each -> store.load(each.number()))
        .orElse(CompletableFuture.completedFuture(Optional.empty()));
  }

  private Optional<Release> built(Optional<StoredRelease> stored) {
    return stored
        .map(this::build)
        .filter(Compiled.class::isInstance)
        .map(result -> ((Compiled) result).release());
  }

  /** Has a release that was built elsewhere at hand. */
  void keep(Release release) {
    recent.add(release);
  }

  /** Builds, unless it is at hand. Takes seconds. */
  CompileResult build(StoredRelease stored) {
    Optional<Release> known = recent.find(stored.publication().id());
    if (known.isPresent()) return new Compiled(known.get(), List.of());
    Reading reading = ContentReader.read(stored.files().byPath());
    if (!(reading instanceof Read read)) return new Rejected(reading.diagnostics());
    CompileResult result = compiler.compile(read.content());
    if (result instanceof Compiled compiled) recent.add(compiled.release());
    return result;
  }
}
