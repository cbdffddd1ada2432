package dev.attune.engine.event;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Counts undeclared names of one process. Thread-safe. */
public final class InMemoryUndeclared implements Undeclared {
  private static final int NAMES = 1_000;

  private final Map<String, Name> names = new HashMap<>();

  @Override
  public synchronized void seen(Part part, String name, Instant at) {
    String key = part + " " + name;
    Name before = names.get(key);
    if (before == null && names.size() >= NAMES) return;
    names.put(key, new Name(part, name, before == null ? 1 : before.count() + 1, at));
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
