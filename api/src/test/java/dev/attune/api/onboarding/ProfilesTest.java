package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.Export;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.StoreUnreachable;
import dev.attune.engine.fact.Write;
import dev.attune.engine.fact.Written;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProfilesTest {
  private static final PersonId ANA = PersonId.user("ana");

  private final Faltering store = new Faltering();
  private final Profiles profiles =
      new Profiles(store, () -> Instant.parse("2026-11-24T12:00:00Z"));

  @Test
  void a_person_does_not_notice_a_store_that_falters_for_a_moment() {
    store.falters.set(2);
    profiles.consent(ANA, Purpose.AI_ONBOARDING, true).toCompletableFuture().join();
    store.falters.set(2);

    Known known = profiles.load(ANA).toCompletableFuture().join();

    assertThat(known.consent().allows(Purpose.AI_ONBOARDING)).isTrue();
  }

  @Test
  void a_store_that_is_gone_is_asked_three_times_and_no_more() {
    store.falters.set(10);

    assertThatThrownBy(() -> profiles.load(ANA).toCompletableFuture().join())
        .hasCauseInstanceOf(StoreUnreachable.class);
    assertThat(store.falters).hasValue(7);
  }

  /** A store whose next answers are lost, though what was to be written is. */
  private static final class Faltering implements FactStore {
    private final FactStore store =
        new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.NOTHING);
    private final AtomicInteger falters = new AtomicInteger();

    @Override
    public CompletionStage<Known> load(PersonId person) {
      return lost(store.load(person));
    }

    @Override
    public CompletionStage<Written> write(PersonId person, Write write) {
      return lost(store.write(person, write));
    }

    @Override
    public CompletionStage<Void> join(PersonId visitor, PersonId user) {
      return lost(store.join(visitor, user));
    }

    @Override
    public CompletionStage<Void> merge(PersonId one, PersonId other) {
      return lost(store.merge(one, other));
    }

    @Override
    public CompletionStage<Boolean> erase(PersonId person) {
      return lost(store.erase(person));
    }

    @Override
    public CompletionStage<Export> export(PersonId person) {
      return lost(store.export(person));
    }

    private <T> CompletionStage<T> lost(CompletionStage<T> answer) {
      if (falters.getAndUpdate(left -> Math.max(0, left - 1)) == 0) return answer;
      return CompletableFuture.failedFuture(new StoreUnreachable("no answer in time"));
    }
  }
}
