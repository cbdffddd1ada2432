package dev.attune.engine.publish;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Port: the drafts of a deployment, shared by its nodes. A stage fails with {@code
 * StoreUnreachable} when the store does not answer. Thread-safe; does not block.
 */
public interface DraftStore {
  /** How many drafts there may be at once. */
  int MOST = 100;

  /** What came of saving a revision. */
  enum Saved {
    SAVED,
    /** Another revision stands there than the one before this; or none, or one already. */
    OVERTAKEN,
    /** There are {@value DraftStore#MOST} drafts already. */
    FULL
  }

  /** Saves a revision, in one step and only upon the revision before it. */
  CompletionStage<Saved> save(Draft draft);

  CompletionStage<Optional<Draft>> load(String id);

  /** All of them, the last changed first, without their files. */
  CompletionStage<List<Draft>> list();

  /** Does nothing when there is none. */
  CompletionStage<Void> delete(String id);
}
