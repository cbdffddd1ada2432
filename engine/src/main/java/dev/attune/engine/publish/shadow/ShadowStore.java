package dev.attune.engine.publish.shadow;

import dev.attune.engine.publish.shadow.Shadow.Counts;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Port: what the shadows of drafts counted, on every node of a deployment; kept for a month. A
 * stage fails with {@code StoreUnreachable} when the store does not answer. Thread-safe; does not
 * block.
 */
public interface ShadowStore {
  /** How many nodes of one shadow are kept; a node that starts again is another. */
  int MOST_NODES = 100;

  /** Replaces what a node told before, so that telling twice counts once. */
  CompletionStage<Void> tell(String draft, long revision, String node, Counts counts);

  /** What each node told last, by node. */
  CompletionStage<Map<String, Counts>> told(String draft, long revision);
}
