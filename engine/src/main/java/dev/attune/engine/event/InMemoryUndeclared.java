package dev.attune.engine.event;

import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts undeclared names of one process. Thread-safe. */
public final class InMemoryUndeclared implements Undeclared {
  private static final int NAMES = 1_000;

  private final Map<String, Name> names = new HashMap<>();
  private final Map<String, Set<PersonId>> senders = new HashMap<>();

  @Override
  public synchronized void seen(Part part, String name, PersonId by, Instant at) {
    String key = part + " " + name;
    Name before = names.get(key);
    if (before == null && names.size() >= NAMES) return;
    names.put(key, new Name(part, name, before == null ? 1 : before.count() + 1, at));
    Set<PersonId> known = senders.computeIfAbsent(key, unseen -> new HashSet<>());
    if (known.size() <= SENDERS) known.add(by);
  }

  @Override
  public synchronized CompletionStage<Void> forget(PersonId person) {
    Iterator<Map.Entry<String, Set<PersonId>>> each = senders.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Set<PersonId>> one = each.next();
      boolean many = one.getValue().size() > SENDERS;
      if (many || !one.getValue().remove(person) || !one.getValue().isEmpty()) continue;
      names.remove(one.getKey());
      each.remove();
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<List<Name>> names() {
    List<Name> byCount =
        names.values().stream()
            .sorted(Comparator.comparingLong(Name::count).reversed().thenComparing(Name::name))
            .toList();
    return CompletableFuture.completedFuture(byCount);
  }
}
