package dev.attune.engine.decision;

import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The records of scenarios and tests; forgets nothing. Thread-safe. */
public final class InMemoryDecisionRecords implements DecisionRecords {
  private final Map<String, DecisionRecord> byId = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<Void> save(List<DecisionRecord> written) {
    for (DecisionRecord one : written) byId.putIfAbsent(one.id(), one);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Optional<DecisionRecord>> load(String id) {
    return CompletableFuture.completedFuture(Optional.ofNullable(byId.get(id)));
  }

  @Override
  public CompletionStage<List<DecisionRecord>> byPerson(PersonId person, int limit) {
    List<DecisionRecord> newestFirst =
        byId.values().stream()
            .filter(made -> made.known().person().equals(person))
            .sorted(Comparator.comparing(DecisionRecord::id).reversed())
            .limit(limit)
            .toList();
    return CompletableFuture.completedFuture(newestFirst);
  }

  @Override
  public CompletionStage<Void> keepExposed(String id) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Page> recent(
      Instant from, Instant until, @Nullable String before, int most) {
    List<DecisionRecord> newestFirst =
        byId.values().stream()
            .filter(made -> !made.at().isBefore(from) && made.at().isBefore(until))
            .filter(made -> before == null || made.id().compareTo(before) < 0)
            .sorted(Comparator.comparing(DecisionRecord::id).reversed())
            .limit(most)
            .toList();
    String next = newestFirst.size() < most ? null : newestFirst.get(most - 1).id();
    List<byte[]> packed = newestFirst.stream().map(RecordCodec::encode).toList();
    return CompletableFuture.completedFuture(new Page(packed, next));
  }
}
