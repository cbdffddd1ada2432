package dev.attune.engine.decision;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Contest;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.decision.Promises.Promised;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.StoreUnreachable;
import dev.attune.engine.fact.Surfaces.Layout;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides. Never fails: without fresh facts it uses the last known ones, without any it answers the
 * placements' fallbacks, and says which and why. Thread-safe, does not block.
 */
public final class DecisionService {
  /** How long a choice may be shown, and its reservation holds. */
  public static final Duration VALID = Duration.ofMinutes(10);

  private static final Duration MAX_STALE = Duration.ofMinutes(15);
  private static final int REMEMBERED_PEOPLE = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(DecisionService.class);

  private final Supplier<Rules> active;
  private final LastKnown facts;
  private final Promises promises;
  private final AttentionLedger ledger;
  private final Outcomes outcomes;
  private final DecisionRecorder recorder;
  private final DecisionIds ids;
  private final Executor blocking;
  private final InstantSource clock;

  /**
   * @param blocking runs evaluations that may hold their thread for milliseconds; others stay on
   *     the thread that brought the facts
   */
  public DecisionService(
      Supplier<Rules> active,
      FactSource facts,
      AttentionLedger ledger,
      Outcomes outcomes,
      DecisionRecorder recorder,
      DecisionIds ids,
      Executor blocking,
      InstantSource clock) {
    this.active = active;
    this.facts = new LastKnown(facts, MAX_STALE, REMEMBERED_PEOPLE);
    this.promises = new Promises(ledger);
    this.ledger = ledger;
    this.outcomes = outcomes;
    this.recorder = recorder;
    this.ids = ids;
    this.blocking = blocking;
    this.clock = clock;
  }

  public CompletionStage<Decision> decide(DecisionRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Undecided undecided = new Undecided(ids.next(now), request, active.get(), now);
    Known recalled = request.dryRun() ? null : facts.recall(request.person());
    return (recalled == null ? read(undecided) : recall(undecided, recalled))
        .exceptionally(bug -> broken(undecided, bug))
        .thenApply(settled -> answered(undecided, settled));
  }

  private CompletionStage<Settled> read(Undecided undecided) {
    return facts
        .load(undecided.request().person(), undecided.now())
        .thenComposeAsync(loaded -> choose(undecided, loaded), threadFor(undecided.rules()));
  }

  /**
   * Decides on what was read lately, which the same step confirms that reserves; when it no longer
   * holds, nothing was promised and it is read.
   */
  private CompletionStage<Settled> recall(Undecided undecided, Known recalled) {
    return CompletableFuture.completedFuture(facts.confirmed(recalled, undecided.now()))
        .thenComposeAsync(loaded -> chooseAsOf(undecided, loaded), threadFor(undecided.rules()))
        .thenCompose(
            settled ->
                settled.isPresent()
                    ? CompletableFuture.completedFuture(settled.get())
                    : read(undecided));
  }

  private CompletionStage<Optional<Settled>> chooseAsOf(Undecided undecided, LoadedFacts recalled) {
    Evaluation evaluated = propose(undecided, recalled);
    if (evaluated.limitHit()) return CompletableFuture.completedFuture(Optional.empty());
    Contest contest = contest(undecided, recalled, evaluated);
    return promises
        .promisedAsOf(contest, undecided.id(), undecided.expiresAt())
        .thenApply(promised -> promised.map(kept -> Settled.of(recalled, evaluated, kept)))
        .exceptionallyCompose(failure -> without(undecided, failure));
  }

  /** A store that does not answer is not asked a second time. */
  private CompletionStage<Optional<Settled>> without(Undecided undecided, Throwable failure) {
    if (!StoreUnreachable.isBehind(failure))
      return CompletableFuture.completedFuture(Optional.empty());
    LoadedFacts last = facts.remembered(undecided.request().person(), undecided.now());
    return choose(undecided, last).thenApply(Optional::of);
  }

  /** Drops what is remembered about a person, so that an erased one is not decided on. */
  public void forget(PersonId person) {
    facts.forget(person);
  }

  private Executor threadFor(Rules rules) {
    return rules.mayBlock() ? blocking : Runnable::run;
  }

  private CompletionStage<Settled> choose(Undecided undecided, LoadedFacts loaded) {
    if (loaded.state() == State.DEFAULT)
      return CompletableFuture.completedFuture(Settled.onFallbacks(loaded, loaded.reason()));
    Evaluation evaluated = propose(undecided, loaded);
    if (evaluated.limitHit())
      return CompletableFuture.completedFuture(Settled.onFallbacks(loaded, StateReason.LIMIT_HIT));
    Contest contest = contest(undecided, loaded, evaluated);
    return promise(undecided, loaded, contest)
        .thenApply(promised -> Settled.of(loaded, evaluated, promised));
  }

  private static Evaluation propose(Undecided undecided, LoadedFacts loaded) {
    Rules rules = undecided.rules();
    VisitContext visit = undecided.request().visit();
    return undecided.request().explain()
        ? rules.explain(loaded.known(), undecided.now(), visit, undecided.placements())
        : rules.propose(loaded.known(), undecided.now(), visit, undecided.placements());
  }

  private Contest contest(Undecided undecided, LoadedFacts loaded, Evaluation evaluated) {
    return new Contest(
        loaded.known(),
        undecided.now(),
        undecided.request().visit(),
        evaluated.candidates(),
        Slots.of(undecided.request().placements(), undecided.rules().placements(), loaded.known()),
        undecided.rules().placements(),
        undecided.rules().cards(),
        evidence(evaluated.candidates()),
        Map.of(),
        undecided.request().explain());
  }

  private Map<String, Evidence> evidence(List<Candidate> candidates) {
    Map<String, Evidence> evidence = new HashMap<>();
    for (Candidate one : candidates) evidence.put(one.card().id(), outcomes.of(one.card().id()));
    return evidence;
  }

  private CompletionStage<Promised> promise(
      Undecided undecided, LoadedFacts loaded, Contest contest) {
    if (undecided.request().dryRun())
      return CompletableFuture.completedFuture(promises.unpromised(contest));
    if (loaded.state() == State.STALE)
      return CompletableFuture.completedFuture(promises.withoutLedger(contest, loaded.reason()));
    return promises
        .promised(contest, undecided.id(), undecided.expiresAt())
        .exceptionally(
            unreachable -> promises.withoutLedger(contest, StateReason.ATTENTION_UNAVAILABLE));
  }

  private Decision answered(Undecided undecided, Settled settled) {
    Decision decision = Answer.decision(undecided, settled);
    if (undecided.request().dryRun()) return decision;
    recorder.hand(Answer.record(undecided, settled, decision));
    if (settled.state() == State.FRESH) noteLayouts(settled);
    return decision;
  }

  /** For the next visit to keep to; one that cannot be noted leaves the next visit freer. */
  private void noteLayouts(Settled settled) {
    for (Filled filled : settled.arbitration().filled()) {
      Layout layout = filled.layout();
      Layout last = filled.slot().last();
      if (layout == null || (last != null && layout.isLike(last))) continue;
      String placement = filled.slot().placement().id();
      ledger
          .laidOut(settled.known().person(), placement, layout)
          .exceptionally(unreachable -> null);
    }
  }

  private static Settled broken(Undecided undecided, Throwable bug) {
    LOG.error("decision {} fell back", undecided.id(), bug);
    return Settled.broken(undecided.request().person());
  }
}
