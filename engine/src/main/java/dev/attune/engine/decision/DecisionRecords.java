package dev.attune.engine.decision;

import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps decision records: 7 days, or 90 once exposed. A stage fails only when the store cannot be
 * reached. Thread-safe.
 */
public interface DecisionRecords {
  /** Keeps records, all in one go. One that is kept already stays as it is. */
  CompletionStage<Void> save(List<DecisionRecord> written);

  default CompletionStage<Void> save(DecisionRecord written) {
    return save(List.of(written));
  }

  CompletionStage<Optional<DecisionRecord>> load(String id);

  /** A person's decisions, newest first. */
  CompletionStage<List<DecisionRecord>> byPerson(PersonId person, int limit);

  /** Keeps a record that is here for 90 days, because someone saw its result. */
  CompletionStage<Void> keepExposed(String id);

  /**
   * The records made in a span of time, newest first, over all people; those of the last seven days
   * at least. To be walked page by page: a page is bounded, a record made meanwhile is not among
   * them, one that expired meanwhile is left out.
   *
   * @param before only records before this decision; null: from the newest
   * @param most at most so many, 8 or more
   */
  CompletionStage<Page> recent(Instant from, Instant until, @Nullable String before, int most);

  /**
   * Some records of a walk.
   *
   * @param records packed by {@code RecordCodec}, so that unpacking is left to who reads them; may
   *     be empty before the end
   * @param next the decision to go on before; null at the end
   */
  record Page(List<byte[]> records, @Nullable String next) {}
}
