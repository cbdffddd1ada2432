package dev.attune.engine.publish;

/** What came of storing a release. */
public sealed interface StoreResult {
  /** It is the current release; of repeats of one request the first one's. */
  record Stored(Publication publication) implements StoreResult {}

  /**
   * Another release is current than the one it was made from.
   *
   * @param current its number
   */
  record Overtaken(long current) implements StoreResult {}

  /** The same request key came with other files before. */
  record KeyReused() implements StoreResult {}
}
