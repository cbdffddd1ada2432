package dev.attune.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Change.Counted;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.StoreUnreachable;
import dev.attune.engine.fact.Write;
import dev.attune.engine.fact.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads and writes about one person, and sends again what failed, as callers are told to. */
final class StoreCaller {
  private static final PersonId ANA = PersonId.user("ana");
  private static final Duration FAST = Duration.ofMillis(100);
  private static final int TRIES = 20;
  private static final Duration RECOVERED = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RedisStores stores;

  StoreCaller(RedisStores stores) {
    this.stores = stores;
  }

  CompletableFuture<Written> write(String id) {
    Instant now = Instant.now();
    Write write = new Write(id, now, List.of(new Counted("tone.applied", now)));
    return stores.facts().write(ANA, write).toCompletableFuture();
  }

  CompletableFuture<Known> read() {
    return stores.facts().load(ANA).toCompletableFuture();
  }

  /** How many writes are kept. */
  int counted() {
    return read().join().counters().values().stream().mapToInt(counter -> counter.count()).sum();
  }

  /** Sends it until it is acknowledged. */
  void acknowledged(String id) {
    again(() -> write(id).handle((done, failure) -> failure == null), yes -> yes);
  }

  /** Asks until the answer is one of those wanted. */
  static <T> T again(Supplier<CompletionStage<T>> asked, Predicate<T> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T answer = asked.get().toCompletableFuture().join();
    while (!wanted.test(answer)) {
      assertThat(System.nanoTime()).as("never but %s", answer).isLessThan(end);
      answer = asked.get().toCompletableFuture().join();
    }
    return answer;
  }

  /** Whether a call failed because the store could not be reached. */
  static boolean unreachable(CompletableFuture<?> asked) {
    return asked
        .handle((done, failure) -> failure != null && StoreUnreachable.isBehind(failure))
        .join();
  }

  /** The best of many, because the machine may be busy with something else. */
  void assertFailsFast() {
    Duration took = failing();
    for (int i = 1; i < TRIES && took.compareTo(FAST) >= 0; i++) took = failing();
    assertThat(took).isLessThan(FAST);
  }

  private Duration failing() {
    long start = System.nanoTime();
    CompletableFuture<Boolean> failed = read().handle((known, failure) -> failure != null);
    assertThat(failed.join()).as("Redis does not answer").isTrue();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  void awaitFresh() {
    long end = System.nanoTime() + RECOVERED.toNanos();
    while (System.nanoTime() < end) {
      if (read().handle((known, failure) -> failure == null).join()) return;
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    throw new AssertionError("not fresh within " + RECOVERED);
  }
}
