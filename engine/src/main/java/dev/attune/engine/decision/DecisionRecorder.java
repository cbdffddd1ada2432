package dev.attune.engine.decision;

import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.StoreUnreachable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records behind the answers. One that gathers writes what was handed over within some
 * milliseconds together; others write at once. At most {@code inFlight} such writes run and {@code
 * waiting} records wait; when more come, the oldest waiting one is dropped and counted: an answer
 * never waits for its record. While the store cannot be reached, records wait and are tried again
 * from time to time; one the store refuses is dropped and counted too. Thread-safe.
 *
 * <p>Records made during such a time wait packed: thousands of whole ones would make every
 * collection of garbage a pause that people feel.
 */
public final class DecisionRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionRecorder.class);

  private static final Comparator<DecisionRecord> NEWEST_FIRST =
      Comparator.comparing(DecisionRecord::id).reversed();

  private static final Function<DecisionRecord, Supplier<DecisionRecord>> WHOLE =
      made -> () -> made;

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
  private final Backlog backlog;
  private final Rhythm rhythm;
  private final Function<DecisionRecord, Supplier<DecisionRecord>> packing;
  private int writing;
  private boolean gathering;
  private volatile boolean resting;

  public DecisionRecorder(DecisionRecords records, int inFlight, int waiting) {
    this(records, inFlight, waiting, WHOLE, made -> {}, Rhythm.AT_ONCE);
  }

  /**
   * @param watching is shown every record, written or not; never blocks
   */
  public static DecisionRecorder watched(
      DecisionRecords records, int inFlight, int waiting, Consumer<DecisionRecord> watching) {
    return new DecisionRecorder(records, inFlight, waiting, WHOLE, watching, Rhythm.AT_ONCE);
  }

  /**
   * For a store that many records in one write cost little more than one.
   *
   * @param packing makes a record small; what it gives makes it whole again
   * @param watching is shown every record, written or not; never blocks
   */
  public static DecisionRecorder gathering(
      DecisionRecords records,
      int inFlight,
      int waiting,
      Function<DecisionRecord, Supplier<DecisionRecord>> packing,
      Consumer<DecisionRecord> watching) {
    return new DecisionRecorder(records, inFlight, waiting, packing, watching, Rhythm.GATHERING);
  }

  DecisionRecorder(
      DecisionRecords records,
      int inFlight,
      int waiting,
      Function<DecisionRecord, Supplier<DecisionRecord>> packing,
      Consumer<DecisionRecord> watching,
      Rhythm rhythm) {
    this.records = records;
    this.watching = watching;
    this.inFlight = inFlight;
    this.backlog = new Backlog(waiting);
    this.packing = packing;
    this.rhythm = rhythm;
  }

  void hand(DecisionRecord made) {
    show(made);
    backlog.add(Unwritten.of(made, resting ? packing.apply(made) : () -> made));
    if (gather()) rhythm.soon().execute(this::writeGathered);
  }

  /** An answer does not fail because somebody who watches does. */
  private void show(DecisionRecord made) {
    try {
      watching.accept(made);
    } catch (RuntimeException bug) {
      LOG.error("decision {} could not be watched", made.id(), bug);
    }
  }

  /** Whether this is the first to gather. */
  private synchronized boolean gather() {
    boolean first = !gathering;
    gathering = true;
    return first;
  }

  /** A record by id, also one that is not written yet. */
  public CompletionStage<Optional<DecisionRecord>> find(String id) {
    Unwritten waits = backlog.find(id);
    return waits == null
        ? records.load(id)
        : CompletableFuture.completedFuture(Optional.of(waits.record().get()));
  }

  /** A person's latest records, the newest first, also those that are not written yet. */
  public CompletionStage<List<DecisionRecord>> byPerson(PersonId person, int limit) {
    Map<String, DecisionRecord> byId = new HashMap<>();
    for (Unwritten each : backlog.of(person)) byId.put(each.id(), each.record().get());
    return records
        .byPerson(person, limit)
        .thenApply(
            written -> {
              for (DecisionRecord made : written) byId.put(made.id(), made);
              return byId.values().stream().sorted(NEWEST_FIRST).limit(limit).toList();
            });
  }

  /** Completes when a record is no longer waiting to be written. */
  CompletionStage<Void> written(String id) {
    return backlog.gone(id);
  }

  /** How many records were lost so far. */
  public long dropped() {
    return backlog.dropped();
  }

  /** Completes when nothing is left to write; for a graceful stop. */
  public CompletionStage<Void> drained() {
    return backlog.drained();
  }

  private void writeGathered() {
    synchronized (this) {
      gathering = false;
    }
    pump();
  }

  private void pump() {
    for (List<Unwritten> next = next(); !next.isEmpty(); next = next()) write(next);
  }

  private synchronized List<Unwritten> next() {
    if (resting || writing >= inFlight) return List.of();
    List<Unwritten> next = backlog.next();
    if (!next.isEmpty()) writing++;
    return next;
  }

  private void write(List<Unwritten> next) {
    CompletionStage<Void> saved;
    try {
      saved = records.save(next.stream().map(each -> each.record().get()).toList());
    } catch (RuntimeException unreachable) {
      saved = CompletableFuture.failedFuture(unreachable);
    }
    saved.whenComplete((done, failure) -> settle(next, failure));
  }

  private void settle(List<Unwritten> together, @Nullable Throwable failure) {
    boolean away = failure != null && StoreUnreachable.isBehind(failure);
    if (failure == null) backlog.written(together);
    else if (away) backlog.putBack(together);
    else backlog.refuse(together);
    boolean tired;
    synchronized (this) {
      writing--;
      tired = away && !resting;
      resting |= away;
    }
    if (tired) rhythm.later().execute(this::goOn);
    else pumpUnlessGathering();
  }

  /** What is being gathered will be written when its time comes. */
  private void pumpUnlessGathering() {
    boolean now;
    synchronized (this) {
      now = !gathering;
    }
    if (now || backlog.hasRefused()) pump();
  }

  private void goOn() {
    synchronized (this) {
      resting = false;
    }
    pump();
  }
}
