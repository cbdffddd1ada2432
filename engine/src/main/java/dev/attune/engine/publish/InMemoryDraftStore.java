package dev.attune.engine.publish;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The drafts of one process, for tests and for trying things out. Thread-safe. */
public final class InMemoryDraftStore implements DraftStore {
  private final Map<String, Draft> byId = new HashMap<>();

  @Override
  public synchronized CompletionStage<Saved> save(Draft draft) {
    Draft before = byId.get(draft.id());
    long revision = before == null ? 0 : before.revision();
    if (draft.revision() != revision + 1) return CompletableFuture.completedFuture(Saved.OVERTAKEN);
    if (before == null && byId.size() >= MOST) return CompletableFuture.completedFuture(Saved.FULL);
    byId.put(draft.id(), draft);
    return CompletableFuture.completedFuture(Saved.SAVED);
  }

  @Override
  public synchronized CompletionStage<Optional<Draft>> load(String id) {
    return CompletableFuture.completedFuture(Optional.ofNullable(byId.get(id)));
  }

  @Override
  public synchronized CompletionStage<List<Draft>> list() {
    return CompletableFuture.completedFuture(
        byId.values().stream()
            .sorted(Comparator.comparing(Draft::changedAt).reversed().thenComparing(Draft::id))
            .map(Draft::withoutFiles)
            .toList());
  }

  @Override
  public synchronized CompletionStage<Void> delete(String id) {
    byId.remove(id);
    return CompletableFuture.completedFuture(null);
  }
}
