package dev.attune.engine.fact;

import dev.attune.engine.fact.Change.Consented;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * The fact store of scenarios and tests: changes people in a map it may share with a ledger. Fails
 * never, forgets nothing over time. Thread-safe.
 */
public final class InMemoryFactStore implements FactStore {
  private final ConcurrentMap<PersonId, Known> people;
  private final ConsentDefault consentDefault;
  private final Map<PersonId, Trace> traces = new HashMap<>();
  private final Map<PersonId, PersonId> into = new HashMap<>();
  private final Map<PersonId, Instant> erased = new HashMap<>();
  private Instant latest = Instant.EPOCH;

  public InMemoryFactStore(ConcurrentMap<PersonId, Known> people, ConsentDefault consentDefault) {
    this.people = people;
    this.consentDefault = consentDefault;
  }

  @Override
  public CompletionStage<Known> load(PersonId person) {
    return atOnce(() -> complete(known(root(person))));
  }

  @Override
  public CompletionStage<Written> write(PersonId person, Write write) {
    return atOnce(() -> enter(root(person), write));
  }

  @Override
  public CompletionStage<Void> join(PersonId visitor, PersonId user) {
    return atOnce(
        () -> {
          if (root(visitor).anonymous()) makeOne(root(visitor), root(user));
          return null;
        });
  }

  @Override
  public CompletionStage<Void> merge(PersonId one, PersonId other) {
    return atOnce(
        () -> {
          makeOne(root(one), root(other));
          return null;
        });
  }

  @Override
  public CompletionStage<Boolean> erase(PersonId person) {
    return atOnce(() -> forget(root(person)));
  }

  @Override
  public CompletionStage<Export> export(PersonId person) {
    return atOnce(
        () -> {
          PersonId root = root(person);
          Trace trace = trace(root);
          return new Export(
              complete(known(root)),
              List.copyOf(trace.values),
              List.copyOf(trace.consents),
              List.copyOf(trace.merged));
        });
  }

  private Written enter(PersonId person, Write write) {
    latest = Times.later(latest, write.at());
    if (grantsAgain(write)) erased.remove(person);
    if (isErased(person)) return Written.ERASED;
    Trace trace = trace(person);
    if (!trace.isFirst(write)) return Written.DUPLICATE;
    people.compute(
        person,
        (id, known) -> {
          Folding folding = new Folding(known == null ? Known.nothing(id) : known, trace);
          write.changes().forEach(folding::enter);
          return folding.known();
        });
    return Written.ENTERED;
  }

  private void makeOne(PersonId mine, PersonId theirs) {
    if (mine.compareTo(theirs) > 0) move(mine, theirs);
    else if (mine.compareTo(theirs) < 0) move(theirs, mine);
  }

  private void move(PersonId from, PersonId target) {
    if (isErased(target) || isErased(from)) return;
    into.put(from, target);
    Trace theirs = trace(from);
    Known known = known(from);
    traces.remove(from);
    people.remove(from);
    people.compute(
        target,
        (id, mine) -> {
          Folding folding = new Folding(mine == null ? Known.nothing(id) : mine, trace(id));
          folding.enter(known, theirs);
          return folding.known();
        });
    trace(target).merged.add(from);
  }

  private boolean forget(PersonId person) {
    Set<PersonId> names = new HashSet<>(trace(person).merged);
    names.add(person);
    boolean something = people.remove(person) != null;
    traces.remove(person);
    for (PersonId name : names) {
      into.remove(name);
      erased.put(name, latest);
    }
    return something;
  }

  private boolean isErased(PersonId person) {
    Instant at = erased.get(person);
    return at != null && latest.isBefore(at.plus(TOMBSTONE));
  }

  private static boolean grantsAgain(Write write) {
    return write.changes().stream()
        .anyMatch(change -> change instanceof Consented decided && decided.granted());
  }

  private PersonId root(PersonId person) {
    PersonId root = person;
    for (PersonId next = into.get(root); next != null; next = into.get(root)) root = next;
    return root;
  }

  private Known known(PersonId person) {
    return people.getOrDefault(person, Known.nothing(person));
  }

  private Trace trace(PersonId person) {
    return traces.computeIfAbsent(person, id -> new Trace());
  }

  private Known complete(Known known) {
    return new Known(
        known.person(),
        known.zone(),
        consentDefault.complete(known.consent().granted()),
        known.profile(),
        known.counters(),
        known.items(),
        known.encounters(),
        known.attention(),
        known.surfaces());
  }

  private synchronized <T> CompletionStage<T> atOnce(Supplier<T> step) {
    return CompletableFuture.completedFuture(step.get());
  }
}
