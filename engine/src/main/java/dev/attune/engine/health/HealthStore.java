package dev.attune.engine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Keeps chapters of all servers: added up by day for {@link #KEPT}, and the latest one by one. A
 * stage fails only when the store cannot be reached. Thread-safe.
 */
public interface HealthStore {
  Duration KEPT = Duration.ofDays(100);

  /** How many of the latest chapters are kept one by one. */
  int LATEST = 400;

  /** What cannot be kept is lost: health is told from many decisions. */
  CompletionStage<Void> keep(Chapter chapter);

  /**
   * @param days how many days are read, today included
   */
  CompletionStage<Evidence> read(Instant now, int days);

  /**
   * From now on things stand so; what stood so already does since it began to.
   *
   * @param states by name
   */
  CompletionStage<Void> stands(Map<String, String> states, Instant now);

  /** Since when things stand so, by name; what stands otherwise is left out. */
  CompletionStage<Map<String, Instant>> since(Map<String, String> states);
}
