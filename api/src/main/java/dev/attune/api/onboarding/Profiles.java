package dev.attune.api.onboarding;

import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.StoreUnreachable;
import dev.attune.engine.fact.Write;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A person's stored facts, as far as a conversation reads and writes them. Safe for any thread. */
public final class Profiles {
  private static final String CONSENT_SOURCE = "onboarding";
  private static final int ATTEMPTS = 3;
  private static final int PAUSE_MILLIS = 150;
  private static final String CONSENT_WORDING = "onboarding-1";

  private final FactStore store;
  private final InstantSource clock;

  public Profiles(FactStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  CompletionStage<Known> load(PersonId person) {
    return patiently(() -> store.load(person), ATTEMPTS);
  }

  /**
   * Writes what is noted from now on. The time is now also for a value brought back, because the
   * later of two declared values is believed.
   */
  CompletionStage<Void> write(
      PersonId person, Map<String, ProfileValue> values, Set<String> removed) {
    Instant now = clock.instant();
    List<Change> changes = new ArrayList<>();
    values.forEach(
        (field, value) ->
            changes.add(new Change.Learnt(field, value.value(), at(now, value.provenance()))));
    removed.forEach(
        field -> changes.add(new Change.Learnt(field, null, Provenance.of(Source.DECLARED, now))));
    return enter(person, now, changes);
  }

  /** Keeps what the person answered to a request for consent. */
  CompletionStage<Void> consent(PersonId person, Purpose purpose, boolean granted) {
    Instant now = clock.instant();
    return enter(
        person,
        now,
        List.of(new Change.Consented(purpose, granted, now, CONSENT_SOURCE, CONSENT_WORDING)));
  }

  private CompletionStage<Void> enter(PersonId person, Instant now, List<Change> changes) {
    Write write = new Write(UUID.randomUUID().toString(), now, changes);
    return patiently(() -> store.write(person, write), ATTEMPTS).thenApply(written -> null);
  }

  /** The store is asked as short as a decision may wait; a person waits for a second try. */
  private static <T> CompletionStage<T> patiently(Supplier<CompletionStage<T>> call, int left) {
    CompletionStage<T> attempt = call.get();
    if (left == 1) return attempt;
    return attempt
        .handle(
            (value, failure) ->
                failure == null || !isUnreachable(failure)
                    ? attempt
                    : later(() -> patiently(call, left - 1)))
        .thenCompose(outcome -> outcome);
  }

  private static <T> CompletionStage<T> later(Supplier<CompletionStage<T>> call) {
    Executor inAMoment = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return CompletableFuture.supplyAsync(call, inAMoment).thenCompose(outcome -> outcome);
  }

  private static boolean isUnreachable(Throwable failure) {
    return failure instanceof StoreUnreachable || failure.getCause() instanceof StoreUnreachable;
  }

  private static Provenance at(Instant now, Provenance said) {
    return new Provenance(
        said.source(),
        now,
        said.quote(),
        said.turn(),
        said.method(),
        said.confidence(),
        said.packVersion());
  }
}
