package dev.attune.engine.rule.compile;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** What the nodes of one process hand each other, for tests. Thread-safe. */
public final class InMemorySharedArchives implements SharedArchives {
  private final Map<String, byte[]> byUseCase = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<Void> offer(String useCase, byte[] sealed) {
    byUseCase.put(useCase, sealed);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Optional<byte[]>> find(String useCase) {
    return CompletableFuture.completedFuture(Optional.ofNullable(byUseCase.get(useCase)));
  }
}
