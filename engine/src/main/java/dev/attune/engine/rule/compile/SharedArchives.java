package dev.attune.engine.rule.compile;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Port: where a node leaves what it built for the others to take, for about a minute. It may be
 * lost, and may hold what somebody else put there: {@link BuiltRules} looks at the seal. A stage
 * fails with {@code StoreUnreachable} when the store does not answer. Thread-safe; does not block.
 */
public interface SharedArchives {
  /** Larger ones are not shared. */
  int MOST_BYTES = 4 << 20;

  /** Replaces what was offered under this use case. */
  CompletionStage<Void> offer(String useCase, byte[] sealed);

  /** What was offered last; empty when nothing was, or long ago. */
  CompletionStage<Optional<byte[]>> find(String useCase);
}
