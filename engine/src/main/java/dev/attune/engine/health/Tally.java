package dev.attune.engine.health;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.DecisionRecord.Proposed;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.State;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.ItemState;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Counts what decisions came to and which events arrived, in memory, and hands a chapter on when it
 * is full: a decision waits for nothing. Bounded by the names authors wrote. Thread-safe.
 */
public final class Tally {
  /** Signs of life in a full chapter. */
  private static final int FULL = 50;

  /** A chapter is no longer than this, however little it holds. */
  private static final Duration LONG = Duration.ofMinutes(10);

  /** That the same facts are still there is noted as often as this. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final HealthStore store;
  private final InstantSource clock;
  private volatile OpenChapter open = new OpenChapter();
  private volatile Page page = new Page(Instant.EPOCH);

  /** A stretch of time in which the same facts are noted once. */
  private record Page(Instant from) {}

  public Tally(HealthStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A decision was recorded. Takes about a microsecond. */
  public void decided(DecisionRecord made) {
    if (made.state() == State.DEFAULT) return;
    OpenChapter now = at(made.at());
    for (PlacementRequest asked : made.asked()) now.add(Sign.ASKED, asked.id());
    for (Proposed each : made.candidates())
      now.add(Sign.PROPOSED, Sign.rule(each.action(), each.rule()), made.known().person());
    for (Chosen each : made.chosen()) now.add(Sign.CHOSEN, each.action());
    for (Suppression each : made.suppressed()) stopped(each, made, now);
    lookAt(made, now);
    enter(now, made.at());
  }

  private static void stopped(Suppression one, DecisionRecord made, OpenChapter now) {
    now.add(Sign.STOPPED, one.action() + '|' + one.reason());
    boolean beaten =
        one.reason() == ReasonCode.OUTRANKED
            || one.reason() == ReasonCode.SLOT_TAKEN
            || one.reason() == ReasonCode.EXCLUDED;
    if (!beaten) return;
    for (Chosen rival : made.chosen()) {
      if (rival.placement().equals(one.placement()) && !rival.action().equals(one.action()))
        now.add(Sign.BEATEN, one.action() + '|' + rival.action());
    }
  }

  /** Which facts there are at all. */
  private void lookAt(DecisionRecord made, OpenChapter now) {
    for (String field : made.visit().values().keySet()) now.note(Sign.KNOWN_VISIT, field);
    Known known = made.known();
    if (!known.learnt().isNewOn(page(made.at()))) return;
    for (String field : known.profile().keySet()) now.note(Sign.KNOWN_FIELD, field);
    for (String event : known.counters().keySet()) now.note(Sign.KNOWN_EVENT, event);
    for (ItemState item : known.items().values()) now.note(Sign.KNOWN_ITEM, item.kind());
  }

  private Page page(Instant at) {
    Page last = page;
    if (at.isBefore(last.from.plus(AGAIN))) return last;
    Page next = new Page(at);
    page = next;
    return next;
  }

  /** What somebody is known to have, decided for or not. */
  public void entered(List<Change> changes) {
    OpenChapter now = open;
    for (Change change : changes) {
      if (change instanceof Change.Learnt learnt) now.note(Sign.KNOWN_FIELD, learnt.field());
      if (change instanceof Change.Counted counted) now.note(Sign.KNOWN_EVENT, counted.event());
      if (change instanceof Change.Touched touched) now.note(Sign.KNOWN_ITEM, touched.kind());
      if (change instanceof Change.Closed closed) now.note(Sign.KNOWN_ITEM, closed.kind());
    }
  }

  /**
   * An event arrived as it happened.
   *
   * @param event {@link Sign#UNDECLARED} for one the vocabulary does not know
   */
  public void arrived(String event, PersonId person) {
    Instant at = clock.instant();
    OpenChapter now = at(at);
    now.add(Sign.ARRIVED, event, person);
    enter(now, at);
  }

  /** The chapter of a moment: what was counted long before it is another one. */
  private OpenChapter at(Instant at) {
    OpenChapter now = open;
    if (now.isOlderThan(LONG, at)) close(now, at);
    return open;
  }

  private void enter(OpenChapter now, Instant at) {
    if (now.enter(at) >= FULL) close(now, at);
  }

  private void close(OpenChapter now, Instant at) {
    synchronized (this) {
      if (open != now) return;
      open = new OpenChapter();
    }
    store.keep(now.chapter(at, LONG));
  }

  /** What is not handed on yet. */
  public Chapter pending() {
    return open.chapter(clock.instant(), LONG);
  }

  /** Hands on what is pending; for a graceful stop. */
  public CompletionStage<Void> flush() {
    OpenChapter last;
    synchronized (this) {
      last = open;
      open = new OpenChapter();
    }
    Chapter chapter = last.chapter(clock.instant(), LONG);
    return chapter.isEmpty() ? CompletableFuture.completedFuture(null) : store.keep(chapter);
  }
}
