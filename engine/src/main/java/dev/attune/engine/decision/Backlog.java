package dev.attune.engine.decision;

import dev.attune.engine.fact.PersonId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Records that are not written yet: those that wait, of which there are only so many, and those
 * that are being written. Thread-safe.
 */
final class Backlog {
  /** How many records are written together at most. */
  private static final int TOGETHER = 256;

  private final int most;
  private final Deque<Unwritten> queue = new ArrayDeque<>();
  private final Deque<Unwritten> refused = new ArrayDeque<>();
  private final Map<String, Unwritten> byId = new HashMap<>();
  private final Map<String, CompletableFuture<Void>> awaited = new HashMap<>();
  private @Nullable CompletableFuture<Void> drained;
  private long dropped;

  Backlog(int most) {
    this.most = most;
  }

  /** The oldest one that waits goes when there are too many. */
  synchronized void add(Unwritten next) {
    byId.put(next.id(), next);
    queue.add(next);
    if (queue.size() > most) drop(queue.remove());
  }

  /** What was refused together comes one by one, so that only what is refused alone is lost. */
  synchronized List<Unwritten> next() {
    List<Unwritten> next = new ArrayList<>();
    if (!refused.isEmpty()) next.add(refused.remove());
    else while (next.size() < TOGETHER && !queue.isEmpty()) next.add(queue.remove());
    return next;
  }

  synchronized boolean hasRefused() {
    return !refused.isEmpty();
  }

  /** They wait again, before all others; the oldest go when there are too many. */
  synchronized void putBack(List<Unwritten> together) {
    for (int i = together.size() - 1; i >= 0; i--) {
      if (queue.size() < most) queue.addFirst(together.get(i));
      else drop(together.get(i));
    }
    tellIfDrained();
  }

  /** One that is refused alone is lost. */
  synchronized void refuse(List<Unwritten> together) {
    if (together.size() == 1) drop(together.get(0));
    else refused.addAll(together);
    tellIfDrained();
  }

  synchronized void written(List<Unwritten> together) {
    together.forEach(this::forget);
    tellIfDrained();
  }

  synchronized @Nullable Unwritten find(String id) {
    return byId.get(id);
  }

  synchronized List<Unwritten> of(PersonId person) {
    return byId.values().stream().filter(each -> each.person().equals(person)).toList();
  }

  /** Completes when a record is no longer waiting to be written. */
  synchronized CompletionStage<Void> gone(String id) {
    if (!byId.containsKey(id)) return CompletableFuture.completedFuture(null);
    return awaited.computeIfAbsent(id, first -> new CompletableFuture<>());
  }

  /** Completes when nothing is left to write. */
  synchronized CompletionStage<Void> drained() {
    if (byId.isEmpty()) return CompletableFuture.completedFuture(null);
    if (drained == null) drained = new CompletableFuture<>();
    return drained;
  }

  /** How many records were lost so far. */
  synchronized long dropped() {
    return dropped;
  }

  private void drop(Unwritten lost) {
    forget(lost);
    dropped++;
  }

  private void forget(Unwritten done) {
    byId.remove(done.id());
    CompletableFuture<Void> waitingForIt = awaited.remove(done.id());
    if (waitingForIt != null) waitingForIt.completeAsync(() -> null);
  }

  private void tellIfDrained() {
    if (!byId.isEmpty() || drained == null) return;
    drained.completeAsync(() -> null);
    drained = null;
  }
}
