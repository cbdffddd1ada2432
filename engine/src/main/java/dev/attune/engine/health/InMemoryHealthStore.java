package dev.attune.engine.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Chapters of one process, for simulations and tests. Thread-safe. */
public final class InMemoryHealthStore implements HealthStore {
  private final TreeMap<LocalDate, Chapter> byDay = new TreeMap<>();
  private final Deque<Chapter> latest = new ArrayDeque<>();
  private final Map<String, Standing> standing = new HashMap<>();

  @Override
  public synchronized CompletionStage<Void> keep(Chapter chapter) {
    byDay.merge(Evidence.day(chapter.until()), chapter, Chapter::plus);
    byDay.headMap(Evidence.day(chapter.until().minus(KEPT))).clear();
    latest.add(chapter);
    if (latest.size() > LATEST) latest.remove();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<Evidence> read(Instant now, int days) {
    LocalDate from = Evidence.day(now).minusDays(days - 1L);
    Map<LocalDate, Chapter> read = new TreeMap<>(byDay.tailMap(from));
    return CompletableFuture.completedFuture(new Evidence(read, List.copyOf(latest)));
  }

  @Override
  public synchronized CompletionStage<Void> stands(Map<String, String> states, Instant now) {
    states.forEach(
        (name, state) ->
            standing.merge(
                name,
                new Standing(state, now),
                (before, next) -> before.state().equals(state) ? before : next));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletionStage<Map<String, Instant>> since(Map<String, String> states) {
    Map<String, Instant> since = new HashMap<>();
    states.forEach(
        (name, state) -> {
          Standing kept = standing.get(name);
          if (kept != null && kept.state().equals(state)) since.put(name, kept.since());
        });
    return CompletableFuture.completedFuture(since);
  }

  private record Standing(String state, Instant since) {}
}
