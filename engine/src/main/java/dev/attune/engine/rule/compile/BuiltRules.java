package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.UseCase;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was built, by a hash of all it was built from: kept in a folder, so that a restart builds
 * nothing, and handed from the node that built it to the others of its deployment, so that a
 * release is built once. What others hand over is code: it counts only under a seal that this
 * node's secret makes, and is scanned before it is loaded like everything built here. Thread-safe.
 */
public final class BuiltRules {
  private static final Logger LOG = LoggerFactory.getLogger(BuiltRules.class);
  private static final int MOST_FRESH = 500;

  private final ArchiveCache kept;
  private final @Nullable Others others;
  private final Set<String> fresh = new LinkedHashSet<>();

  private record Others(SharedArchives shared, Seal seal) {}

  private BuiltRules(ArchiveCache kept, @Nullable Others others) {
    this.kept = kept;
    this.others = others;
  }

  /**
   * Kept on this machine only.
   *
   * @param folder made when absent
   */
  public static BuiltRules in(Path folder) {
    return new BuiltRules(new ArchiveCache(folder), null);
  }

  /**
   * In the same folder, and shared.
   *
   * @param secret what all nodes of the deployment know and nobody else; nodes with different ones
   *     each build for themselves
   */
  public BuiltRules sharedBy(SharedArchives shared, String secret) {
    return new BuiltRules(kept, new Others(shared, new Seal(secret)));
  }

  /** What this machine keeps. */
  ArchiveCache kept() {
    return kept;
  }

  Optional<byte[]> find(String useCase, String key) {
    Optional<byte[]> here = kept.load(key);
    if (here.isPresent() || others == null) return here;
    Optional<byte[]> given = given(others, useCase, key);
    given.ifPresent(archive -> kept.save(key, archive));
    return given;
  }

  private static Optional<byte[]> given(Others others, String useCase, String key) {
    try {
      return others
          .shared()
          .find(useCase)
          .toCompletableFuture()
          .join()
          .flatMap(found -> others.seal().open(key, found));
    } catch (CompletionException unreachable) {
      LOG.debug("no node can hand over what it built", unreachable);
      return Optional.empty();
    }
  }

  void keep(String key, byte[] archive) {
    kept.save(key, archive);
    if (others == null) return;
    synchronized (fresh) {
      if (fresh.size() < MOST_FRESH) fresh.add(key);
    }
  }

  /**
   * Hands over what was built here for this content and not handed over yet. Blocks for as long as
   * the store is waited for.
   */
  public void handOver(Content content) {
    if (others == null) return;
    Map<String, String> factSources = FactTypeSources.of(content.vocabulary());
    for (UseCase useCase : content.useCases()) {
      String key = RuleSources.of(useCase).key(factSources);
      if (isFresh(key)) kept.load(key).ifPresent(archive -> give(others, useCase, key, archive));
    }
  }

  private boolean isFresh(String key) {
    synchronized (fresh) {
      return fresh.remove(key);
    }
  }

  private static void give(Others others, UseCase useCase, String key, byte[] archive) {
    if (archive.length > SharedArchives.MOST_BYTES) return;
    try {
      others
          .shared()
          .offer(useCase.name(), others.seal().on(key, archive))
          .toCompletableFuture()
          .join();
    } catch (CompletionException unreachable) {
      LOG.debug("what was built cannot be handed over; other nodes build it too", unreachable);
    }
  }
}
