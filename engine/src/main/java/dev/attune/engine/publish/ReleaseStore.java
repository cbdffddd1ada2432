package dev.attune.engine.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Port: the published releases of a deployment, shared by its nodes. A stage fails with {@code
 * StoreUnreachable} when the store does not answer. Thread-safe; does not block.
 */
public interface ReleaseStore {
  /** How many releases are kept whole. */
  int KEPT = 20;

  /**
   * Makes files the next release, in one step: either wholly or not at all, and only while the
   * release they were made from is current.
   */
  CompletionStage<StoreResult> publish(Submission submission, Instant at);

  /** The number of the current release; 0 before the first. */
  CompletionStage<Long> currentNumber();

  /** The kept ones, newest first. */
  CompletionStage<List<Publication>> recent();

  /** Empty when there never was such a release, or it is no longer kept. */
  CompletionStage<Optional<StoredRelease>> load(long number);

  /**
   * Tells of new releases soon after they are published, here or elsewhere. A notice may be lost:
   * who must not miss one also asks for {@link #currentNumber()} now and then.
   *
   * @param listener must not block
   */
  void onPublished(Runnable listener);
}
