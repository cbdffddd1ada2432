package dev.attune.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.vocabulary.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What every fact store makes of events that come in disorder. */
public abstract class DeliveryContract {
  private static final Consent AGREED = new Consent(Map.of(Purpose.PERSONALISATION, true));

  /** A store nobody else uses. */
  protected abstract FactStore newStore();

  protected final void disorder_ends_in_the_facts_of_one_ordered_delivery(long seed) {
    Deliveries deliveries = new Deliveries(seed);
    Known ordered = deliver(deliveries.ordered, deliveries.user);

    Known disordered = deliver(deliveries.disordered(), deliveries.user);

    assertThat(disordered).isEqualTo(ordered);
    assertThat(disordered.zone()).isEqualTo(deliveries.zone);
  }

  protected final void windows_equal_a_recount_of_the_raw_events(long seed) {
    Deliveries deliveries = new Deliveries(seed);

    Known known = deliver(deliveries.disordered(), deliveries.user);

    Facts facts = Snapshot.of(agreed(known), Deliveries.VOCABULARY, Deliveries.NOW);
    assertThat(facts.activities()).containsExactlyInAnyOrderElementsOf(recount(deliveries));
  }

  private static List<Activity> recount(Deliveries deliveries) {
    LocalDate today = LocalDate.ofInstant(Deliveries.NOW, deliveries.zone);
    List<Activity> recounted = new ArrayList<>();
    for (String name : Deliveries.NAMES) {
      List<Integer> ages = new ArrayList<>();
      for (Event event : deliveries.ordered) {
        if (event.kind() == EventKind.TRACK && event.name().equals(name))
          ages.add(
              (int)
                  (today.toEpochDay()
                      - LocalDate.ofInstant(event.at(), deliveries.zone).toEpochDay()));
      }
      if (ages.isEmpty()) continue;
      recounted.add(
          new Activity(
              name,
              ages.size(),
              (int) ages.stream().filter(age -> age <= 6).count(),
              (int) ages.stream().filter(age -> age <= 29).count(),
              ages.stream().mapToInt(age -> age).max().orElseThrow(),
              ages.stream().mapToInt(age -> age).min().orElseThrow()));
    }
    return recounted;
  }

  private Known deliver(List<Event> events, PersonId user) {
    FactStore store = newStore();
    EventIntake intake =
        new EventIntake(store, () -> Deliveries.VOCABULARY, new InMemoryUndeclared());
    List<CompletableFuture<Accepted>> accepted = new ArrayList<>();
    for (Event event : events) accepted.add(intake.accept(event).toCompletableFuture());
    CompletableFuture.allOf(accepted.toArray(CompletableFuture<?>[]::new))
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
    return store.load(user).toCompletableFuture().join();
  }

  private static Known agreed(Known known) {
    return new Known(
        known.person(),
        known.zone(),
        AGREED,
        known.profile(),
        known.counters(),
        known.items(),
        known.encounters(),
        known.attention());
  }
}
