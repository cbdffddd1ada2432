package dev.attune.engine.decision;

import dev.attune.engine.decision.codec.KnownBytes;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts so that reading never fails: from the store, else the last ones it gave, else none.
 * Thread-safe; remembers a bounded number of people, the least recently read go first. Who is read
 * again and again is remembered anew every few seconds only.
 */
final class LastKnown {
  private static final Duration RENEWED = Duration.ofSeconds(5);

  private final FactSource source;
  private final Duration maxStale;
  private final Map<PersonId, KnownBytes> remembered;

  LastKnown(FactSource source, Duration maxStale, int people) {
    this.source = source;
    this.maxStale = maxStale;
    this.remembered =
        new LinkedHashMap<>(256, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<PersonId, KnownBytes> eldest) {
            return size() > people;
          }
        };
  }

  CompletionStage<LoadedFacts> load(PersonId person, Instant now) {
    CompletionStage<Known> read;
    try {
      read = source.load(person);
    } catch (RuntimeException unreachable) {
      read = CompletableFuture.failedFuture(unreachable);
    }
    return read.handle(
        (known, failure) -> failure == null ? fresh(known, now) : remembered(person, now));
  }

  /** What was read lately; to be confirmed. Null: is to be read. */
  @Nullable Known recall(PersonId person) {
    return source.recall(person);
  }

  /** What was recalled still holds. */
  LoadedFacts confirmed(Known recalled, Instant now) {
    return fresh(recalled, now);
  }

  /** Forgets a person, e.g. after an erasure. */
  void forget(PersonId person) {
    synchronized (remembered) {
      remembered.remove(person);
    }
  }

  private LoadedFacts fresh(Known known, Instant now) {
    KnownBytes last = get(known.person());
    if (last == null || Duration.between(last.at(), now).compareTo(RENEWED) > 0)
      remember(KnownBytes.of(known, now), known.person());
    return new LoadedFacts(known, State.FRESH, StateReason.NONE, Duration.ZERO);
  }

  /** What the store last gave, when it cannot be reached. */
  LoadedFacts remembered(PersonId person, Instant now) {
    KnownBytes last = get(person);
    Duration age = last == null ? Duration.ZERO : Duration.between(last.at(), now);
    if (last == null || age.compareTo(maxStale) > 0)
      return new LoadedFacts(
          Known.nothing(person), State.DEFAULT, StateReason.STORE_UNAVAILABLE, Duration.ZERO);
    return new LoadedFacts(last.known(), State.STALE, StateReason.STORE_UNAVAILABLE, age);
  }

  private void remember(KnownBytes fresh, PersonId person) {
    synchronized (remembered) {
      remembered.put(person, fresh);
    }
  }

  private @Nullable KnownBytes get(PersonId person) {
    synchronized (remembered) {
      return remembered.get(person);
    }
  }
}
