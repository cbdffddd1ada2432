package dev.attune.api.redis;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Several answers as one. */
final class Gathered {
  private Gathered() {}

  /** All of them, in order; fails when one does. */
  static <T> CompletionStage<List<T>> all(List<CompletableFuture<T>> stages) {
    return CompletableFuture.allOf(stages.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> stages.stream().map(CompletableFuture::join).toList());
  }
}
