package dev.attune.engine.decision;

import dev.attune.engine.fact.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps decision records: 7 days, or 90 once exposed. A stage fails only when the store cannot be
 * reached. Thread-safe.
 */
public interface DecisionRecords {
  CompletionStage<Void> save(DecisionRecord written);

  CompletionStage<Optional<DecisionRecord>> load(String id);

  /** A person's decisions, newest first. */
  CompletionStage<List<DecisionRecord>> byPerson(PersonId person, int limit);

  /** Keeps a record for 90 days, because someone saw its result. */
  CompletionStage<Void> keepExposed(PersonId person, String id);
}
