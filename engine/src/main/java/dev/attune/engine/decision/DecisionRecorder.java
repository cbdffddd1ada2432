package dev.attune.engine.decision;

import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.StoreUnreachable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records behind the answers. One that gathers writes what was handed over within some
 * milliseconds together; others write at once. At most {@code inFlight} such writes run and {@code
 * waiting} records wait; when more come, the oldest waiting one is dropped and counted: an answer
 * never waits for its record. While the store cannot be reached, records wait and are tried again
 * from time to time; one the store refuses is dropped and counted too. Thread-safe.
 */
public final class DecisionRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionRecorder.class);

  private static final Comparator<DecisionRecord> NEWEST_FIRST =
      Comparator.comparing(DecisionRecord::id).reversed();

  /** How many records are written together at most. */
  private static final int TOGETHER = 256;

  /**
   * @param soon runs what has gathered
   * @param later runs the next try after the store could not be reached
   */
  record Rhythm(Executor soon, Executor later) {
    static final Rhythm AT_ONCE = new Rhythm(Runnable::run, after(500));
    static final Rhythm GATHERING = new Rhythm(after(10), after(500));

    private static Executor after(int millis) {
      return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run);
    }
  }

  private final DecisionRecords records;
  private final Consumer<DecisionRecord> watching;
  private final int inFlight;
  private final int waiting;
  private final Rhythm rhythm;
  private final Deque<DecisionRecord> queue = new ArrayDeque<>();
  private final Deque<DecisionRecord> refused = new ArrayDeque<>();
  private final Map<String, DecisionRecord> unwritten = new HashMap<>();
  private final Map<String, CompletableFuture<Void>> awaited = new HashMap<>();
  private final AtomicLong dropped = new AtomicLong();
  private @Nullable CompletableFuture<Void> drained;
  private int writing;
  private boolean gathering;
  private boolean resting;

  public DecisionRecorder(DecisionRecords records, int inFlight, int waiting) {
    this(records, inFlight, waiting, made -> {}, Rhythm.AT_ONCE);
  }

  /**
   * @param watching is shown every record, written or not; never blocks
   */
  public static DecisionRecorder watched(
      DecisionRecords records, int inFlight, int waiting, Consumer<DecisionRecord> watching) {
    return new DecisionRecorder(records, inFlight, waiting, watching, Rhythm.AT_ONCE);
  }

  /**
   * For a store that many records in one write cost little more than one.
   *
   * @param watching is shown every record, written or not; never blocks
   */
  public static DecisionRecorder gathering(
      DecisionRecords records, int inFlight, int waiting, Consumer<DecisionRecord> watching) {
    return new DecisionRecorder(records, inFlight, waiting, watching, Rhythm.GATHERING);
  }

  DecisionRecorder(DecisionRecords records, int inFlight, int waiting, Rhythm rhythm) {
    this(records, inFlight, waiting, made -> {}, rhythm);
  }

  private DecisionRecorder(
      DecisionRecords records,
      int inFlight,
      int waiting,
      Consumer<DecisionRecord> watching,
      Rhythm rhythm) {
    this.records = records;
    this.watching = watching;
    this.inFlight = inFlight;
    this.waiting = waiting;
    this.rhythm = rhythm;
  }

  void hand(DecisionRecord made) {
    show(made);
    boolean first;
    synchronized (this) {
      unwritten.put(made.id(), made);
      queue.add(made);
      if (queue.size() > waiting) drop(queue.remove());
      first = !gathering;
      gathering = true;
    }
    if (first) rhythm.soon().execute(this::writeGathered);
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

  /** A person's latest records, the newest first, also those that are not written yet. */
  public CompletionStage<List<DecisionRecord>> byPerson(PersonId person, int limit) {
    Map<String, DecisionRecord> byId = new HashMap<>();
    synchronized (this) {
      for (DecisionRecord made : unwritten.values()) {
        if (made.known().person().equals(person)) byId.put(made.id(), made);
      }
    }
    return records
        .byPerson(person, limit)
        .thenApply(
            written -> {
              for (DecisionRecord made : written) byId.put(made.id(), made);
              return byId.values().stream().sorted(NEWEST_FIRST).limit(limit).toList();
            });
  }

  /** Completes when a record is no longer waiting to be written. */
  synchronized CompletionStage<Void> written(String id) {
    if (!unwritten.containsKey(id)) return CompletableFuture.completedFuture(null);
    return awaited.computeIfAbsent(id, first -> new CompletableFuture<>());
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

  private void writeGathered() {
    synchronized (this) {
      gathering = false;
    }
    pump();
  }

  private void pump() {
    for (List<DecisionRecord> next = next(); !next.isEmpty(); next = next()) write(next);
  }

  /** What was refused together is tried one by one, so that only what is refused alone is lost. */
  private synchronized List<DecisionRecord> next() {
    List<DecisionRecord> next = new ArrayList<>();
    if (resting || writing >= inFlight) return next;
    if (!refused.isEmpty()) next.add(refused.remove());
    else while (next.size() < TOGETHER && !queue.isEmpty()) next.add(queue.remove());
    if (!next.isEmpty()) writing++;
    return next;
  }

  private void write(List<DecisionRecord> next) {
    CompletionStage<Void> saved;
    try {
      saved = records.save(next);
    } catch (RuntimeException unreachable) {
      saved = CompletableFuture.failedFuture(unreachable);
    }
    saved.whenComplete((done, failure) -> written(next, failure));
  }

  private void written(List<DecisionRecord> together, @Nullable Throwable failure) {
    boolean tired;
    synchronized (this) {
      writing--;
      tired = failure != null && StoreUnreachable.isBehind(failure) && rest(together);
      if (failure == null) together.forEach(this::forget);
      else if (!StoreUnreachable.isBehind(failure)) refuse(together);
      if (unwritten.isEmpty() && drained != null) {
        drained.complete(null);
        drained = null;
      }
    }
    if (tired) rhythm.later().execute(this::goOn);
    else pumpUnlessGathering();
  }

  /** What is being gathered will be written when its time comes. */
  private void pumpUnlessGathering() {
    boolean now;
    synchronized (this) {
      now = !gathering || !refused.isEmpty();
    }
    if (now) pump();
  }

  /** Puts records back, the newest first; whether this begins a rest. */
  private boolean rest(List<DecisionRecord> together) {
    for (int i = together.size() - 1; i >= 0; i--) {
      if (queue.size() < waiting) queue.addFirst(together.get(i));
      else drop(together.get(i));
    }
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

  private void refuse(List<DecisionRecord> together) {
    if (together.size() == 1) drop(together.get(0));
    else refused.addAll(together);
  }

  private void drop(DecisionRecord lost) {
    forget(lost);
    dropped.incrementAndGet();
  }

  private void forget(DecisionRecord done) {
    unwritten.remove(done.id());
    CompletableFuture<Void> waitingForIt = awaited.remove(done.id());
    if (waitingForIt != null) waitingForIt.completeAsync(() -> null);
  }
}
