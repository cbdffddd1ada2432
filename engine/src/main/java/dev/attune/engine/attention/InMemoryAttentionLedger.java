package dev.attune.engine.attention;

import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Surfaces.Layout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The ledger of scenarios and tests: changes people in a map it shares with their fact store. */
public final class InMemoryAttentionLedger implements AttentionLedger {
  private final ConcurrentMap<PersonId, Known> people;
  private final Set<String> counted = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<PersonId, List<Reaction>> reactions = new ConcurrentHashMap<>();

  public InMemoryAttentionLedger(ConcurrentMap<PersonId, Known> people) {
    this.people = people;
  }

  @Override
  public CompletionStage<List<Grant>> reserve(
      PersonId person, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    AtomicReference<List<Grant>> grants = new AtomicReference<>(List.of());
    change(
        person,
        known -> {
          Account.Reserved reserved = Account.reserve(known, decision, asks, now, expiresAt);
          grants.set(reserved.grants());
          return reserved.known();
        });
    return CompletableFuture.completedFuture(grants.get());
  }

  @Override
  public CompletionStage<Optional<List<Grant>>> reserveAsOf(
      Known recalled, String decision, List<Ask> asks, Instant now, Instant expiresAt) {
    AtomicReference<Optional<List<Grant>>> grants = new AtomicReference<>(Optional.empty());
    people.computeIfPresent(
        recalled.person(),
        (id, known) -> {
          if (known != recalled) return known;
          Account.Reserved reserved = Account.reserve(known, decision, asks, now, expiresAt);
          grants.set(Optional.of(reserved.grants()));
          return asks.isEmpty() ? known : reserved.known();
        });
    return CompletableFuture.completedFuture(grants.get());
  }

  @Override
  public CompletionStage<Boolean> spend(PersonId person, Showing showing) {
    return once(
        person, showing.action() + '@' + showing.id(), known -> Account.spend(known, showing));
  }

  @Override
  public CompletionStage<Boolean> giveBack(PersonId person, String action, String reservation) {
    AtomicReference<Boolean> held = new AtomicReference<>(false);
    change(
        person,
        known -> {
          Known after = Account.giveBack(known, action, reservation);
          held.set(after.attention().reserved().size() < known.attention().reserved().size());
          return after;
        });
    return CompletableFuture.completedFuture(held.get());
  }

  @Override
  public CompletionStage<Boolean> react(PersonId person, Reaction reaction) {
    return once(
        person,
        reaction.id(),
        known -> {
          reactions.merge(person, List.of(reaction), InMemoryAttentionLedger::newest);
          return Account.react(known, reaction);
        });
  }

  @Override
  public CompletionStage<List<Reaction>> reactions(PersonId person) {
    return CompletableFuture.completedFuture(reactions.getOrDefault(person, List.of()));
  }

  private static List<Reaction> newest(List<Reaction> before, List<Reaction> next) {
    List<Reaction> all = new ArrayList<>(before);
    all.addAll(next);
    all.sort(Comparator.comparing(Reaction::at));
    return List.copyOf(all.subList(Math.max(0, all.size() - KEEP_REACTIONS), all.size()));
  }

  @Override
  public CompletionStage<Void> laidOut(PersonId person, String placement, Layout layout) {
    change(person, known -> known.with(known.surfaces().layOut(placement, layout)));
    return CompletableFuture.completedFuture(null);
  }

  private CompletionStage<Boolean> once(PersonId person, String id, UnaryOperator<Known> change) {
    boolean first = counted.add(person + "/" + id);
    if (first) change(person, change);
    return CompletableFuture.completedFuture(first);
  }

  private void change(PersonId person, UnaryOperator<Known> change) {
    people.compute(person, (id, known) -> change.apply(known == null ? Known.nothing(id) : known));
  }
}
