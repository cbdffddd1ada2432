package dev.attune.engine.decision;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writes records behind the answers. At most {@code inFlight} writes run and {@code waiting}
 * records wait; when more come, the oldest waiting one is dropped and counted: an answer never
 * waits for its record. A write that fails is dropped and counted too. Thread-safe.
 */
public final class DecisionRecorder {
  private final DecisionRecords records;
  private final int inFlight;
  private final int waiting;
  private final Deque<DecisionRecord> queue = new ArrayDeque<>();
  private final Map<String, DecisionRecord> unwritten = new HashMap<>();
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable CompletableFuture<Void> drained;
  private int writing;

  public DecisionRecorder(DecisionRecords records, int inFlight, int waiting) {
    this.records = records;
    this.inFlight = inFlight;
    this.waiting = waiting;
  }

  void hand(DecisionRecord made) {
    synchronized (this) {
      unwritten.put(made.id(), made);
      queue.add(made);
      if (queue.size() > waiting) drop(queue.remove());
    }
    pump();
  }

  /** A record by id, also one that is not written yet. */
  public CompletionStage<Optional<DecisionRecord>> find(String id) {
    synchronized (this) {
      DecisionRecord made = unwritten.get(id);
      if (made != null) return CompletableFuture.completedFuture(Optional.of(made));
    }
    return records.load(id);
  }

  /** How many records were lost so far. */
  public long dropped() {
    return dropped.get();
  }

  /** Completes when nothing is left to write; for a graceful stop. */
  public synchronized CompletionStage<Void> drained() {
    if (unwritten.isEmpty()) return CompletableFuture.completedFuture(null);
    if (drained == null) drained = new CompletableFuture<>();
    return drained;
  }

  private void pump() {
    for (DecisionRecord next = next(); next != null; next = next()) write(next);
  }

  private synchronized @Nullable DecisionRecord next() {
    if (writing >= inFlight || queue.isEmpty()) return null;
    writing++;
    return queue.remove();
  }

  private void write(DecisionRecord next) {
    CompletionStage<Void> saved;
    try {
      saved = records.save(next);
    } catch (RuntimeException unreachable) {
      saved = CompletableFuture.failedFuture(unreachable);
    }
    saved.whenComplete((done, failure) -> written(next, failure));
  }

  private void written(DecisionRecord made, @Nullable Throwable failure) {
    synchronized (this) {
      writing--;
      if (failure == null) unwritten.remove(made.id());
      else drop(made);
      if (unwritten.isEmpty() && drained != null) {
        drained.complete(null);
        drained = null;
      }
    }
    pump();
  }

  private void drop(DecisionRecord lost) {
    unwritten.remove(lost.id());
    dropped.incrementAndGet();
  }
}
