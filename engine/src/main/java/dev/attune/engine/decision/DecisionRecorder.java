package dev.attune.engine.decision;

import dev.attune.engine.fact.StoreUnreachable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records behind the answers. At most {@code inFlight} writes run and {@code waiting}
 * records wait; when more come, the oldest waiting one is dropped and counted: an answer never
 * waits for its record. While the store cannot be reached, records wait and are tried again from
 * time to time; one the store refuses is dropped and counted too. Thread-safe.
 */
public final class DecisionRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionRecorder.class);
  private static final Executor IN_A_MOMENT =
      CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

  private final DecisionRecords records;
  private final Consumer<DecisionRecord> watching;
  private final int inFlight;
  private final int waiting;
  private final Executor later;
  private final Deque<DecisionRecord> queue = new ArrayDeque<>();
  private final Map<String, DecisionRecord> unwritten = new HashMap<>();
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable CompletableFuture<Void> drained;
  private int writing;
  private boolean resting;

  public DecisionRecorder(DecisionRecords records, int inFlight, int waiting) {
    this(records, inFlight, waiting, made -> {}, IN_A_MOMENT);
  }

  /**
   * @param watching is shown every record, written or not; never blocks
   */
  public static DecisionRecorder watched(
      DecisionRecords records, int inFlight, int waiting, Consumer<DecisionRecord> watching) {
    return new DecisionRecorder(records, inFlight, waiting, watching, IN_A_MOMENT);
  }

  /**
   * @param later runs the next try after the store could not be reached
   */
  DecisionRecorder(DecisionRecords records, int inFlight, int waiting, Executor later) {
    this(records, inFlight, waiting, made -> {}, later);
  }

  private DecisionRecorder(
      DecisionRecords records,
      int inFlight,
      int waiting,
      Consumer<DecisionRecord> watching,
      Executor later) {
    this.records = records;
    this.watching = watching;
    this.inFlight = inFlight;
    this.waiting = waiting;
    this.later = later;
  }

  void hand(DecisionRecord made) {
    show(made);
    synchronized (this) {
      unwritten.put(made.id(), made);
      queue.add(made);
      if (queue.size() > waiting) drop(queue.remove());
    }
    pump();
  }

  /** An answer does not fail because somebody who watches does. */
  private void show(DecisionRecord made) {
    try {
      watching.accept(made);
    } catch (RuntimeException bug) {
      LOG.error("decision {} could not be watched", made.id(), bug);
    }
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
    if (resting || writing >= inFlight || queue.isEmpty()) return null;
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
    boolean tired;
    synchronized (this) {
      writing--;
      tired = failure != null && isAway(failure) && rest(made);
      if (failure == null) unwritten.remove(made.id());
      else if (!isAway(failure)) drop(made);
      if (unwritten.isEmpty() && drained != null) {
        drained.complete(null);
        drained = null;
      }
    }
    if (tired) later.execute(this::goOn);
    pump();
  }

  /** Puts a record back; whether this begins a rest. */
  private boolean rest(DecisionRecord made) {
    if (queue.size() < waiting) queue.addFirst(made);
    else drop(made);
    boolean begins = !resting;
    resting = true;
    return begins;
  }

  private void goOn() {
    synchronized (this) {
      resting = false;
    }
    pump();
  }

  private static boolean isAway(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof StoreUnreachable;
  }

  private void drop(DecisionRecord lost) {
    unwritten.remove(lost.id());
    dropped.incrementAndGet();
  }
}
