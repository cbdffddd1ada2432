package dev.attune.engine.publish.shadow;

import dev.attune.engine.publish.shadow.Shadow.Counts;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The counts of one process, for tests and for trying things out. Thread-safe. */
public final class InMemoryShadowStore implements ShadowStore {
  private final Map<Key, Map<String, Counts>> byShadow = new HashMap<>();

  private record Key(String draft, long revision) {}

  @Override
  public synchronized CompletionStage<Void> tell(
      String draft, long revision, String node, Counts counts) {
    Map<String, Counts> nodes =
        byShadow.computeIfAbsent(new Key(draft, revision), first -> new HashMap<>());
    if (nodes.containsKey(node) || nodes.size() < MOST_NODES) nodes.put(node, counts);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<Map<String, Counts>> told(String draft, long revision) {
    return CompletableFuture.completedFuture(
        Map.copyOf(byShadow.getOrDefault(new Key(draft, revision), Map.of())));
  }
}
