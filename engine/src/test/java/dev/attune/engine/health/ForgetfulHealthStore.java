package dev.attune.engine.health;

import dev.attune.engine.fact.StoreUnreachable;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps chapters always, and what stands only while it is not away. Used by one thread. */
final class ForgetfulHealthStore implements HealthStore {
  private final HealthStore store = new InMemoryHealthStore();
  boolean isAway;
  int refused;

  @Override
  public CompletionStage<Void> keep(Chapter chapter) {
    return store.keep(chapter);
  }

  @Override
  public CompletionStage<Evidence> read(Instant now, int days) {
    return store.read(now, days);
  }

  @Override
  public CompletionStage<Void> stands(Map<String, String> states, Instant now) {
    if (!isAway) return store.stands(states, now);
    refused++;
    return CompletableFuture.failedStage(new StoreUnreachable("away"));
  }

  @Override
  public CompletionStage<Map<String, Instant>> since(Map<String, String> states) {
    return store.since(states);
  }
}
