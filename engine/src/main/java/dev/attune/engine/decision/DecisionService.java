package dev.attune.engine.decision;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.Placement;
import dev.attune.engine.arbitration.Contest;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.arbitration.Slot;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.decision.Promises.Promised;
import dev.attune.engine.decision.Rules.Proposals;
import dev.attune.engine.fact.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
  private final Outcomes outcomes;
  private final DecisionRecorder recorder;
  private final DecisionIds ids;
  private final InstantSource clock;

  public DecisionService(
      Supplier<Rules> active,
      FactSource facts,
      AttentionLedger ledger,
      Outcomes outcomes,
      DecisionRecorder recorder,
      DecisionIds ids,
      InstantSource clock) {
    this.active = active;
    this.facts = new LastKnown(facts, MAX_STALE, REMEMBERED_PEOPLE);
    this.promises = new Promises(ledger);
    this.outcomes = outcomes;
    this.recorder = recorder;
    this.ids = ids;
    this.clock = clock;
  }

  public CompletionStage<Decision> decide(DecisionRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Undecided undecided = new Undecided(ids.next(now), request, active.get(), now);
    return facts
        .load(request.person(), now)
        .thenCompose(loaded -> choose(undecided, loaded))
        .exceptionally(bug -> broken(undecided, bug))
        .thenApply(settled -> answered(undecided, settled));
  }

  /** Drops what is remembered about a person, so that an erased one is not decided on. */
  public void forget(PersonId person) {
    facts.forget(person);
  }

  private CompletionStage<Settled> choose(Undecided undecided, LoadedFacts loaded) {
    if (loaded.state() == State.DEFAULT)
      return CompletableFuture.completedFuture(Settled.onFallbacks(loaded, loaded.reason()));
    Proposals proposals = propose(undecided, loaded);
    if (proposals.limitHit())
      return CompletableFuture.completedFuture(Settled.onFallbacks(loaded, StateReason.LIMIT_HIT));
    Contest contest = contest(undecided, loaded, proposals);
    return promise(undecided, loaded, contest)
        .thenApply(promised -> Settled.of(loaded, proposals.candidates(), promised));
  }

  private Proposals propose(Undecided undecided, LoadedFacts loaded) {
    Set<String> placements = new HashSet<>();
    for (PlacementRequest asked : undecided.request().placements()) placements.add(asked.id());
    return undecided
        .rules()
        .propose(loaded.known(), undecided.now(), undecided.request().visit(), placements);
  }

  private Contest contest(Undecided undecided, LoadedFacts loaded, Proposals proposals) {
    return new Contest(
        loaded.known(),
        undecided.now(),
        proposals.candidates(),
        slots(undecided),
        undecided.rules().placements(),
        undecided.rules().cards(),
        evidence(proposals.candidates()),
        Map.of(),
        undecided.request().explain());
  }

  private Map<String, Evidence> evidence(List<Candidate> candidates) {
    Map<String, Evidence> evidence = new HashMap<>();
    for (Candidate one : candidates) evidence.put(one.card().id(), outcomes.of(one.card().id()));
    return evidence;
  }

  private static List<Slot> slots(Undecided undecided) {
    List<Slot> slots = new ArrayList<>();
    for (PlacementRequest asked : undecided.request().placements()) {
      Placement placement = undecided.rules().placements().byId().get(asked.id());
      if (placement == null) continue;
      slots.add(new Slot(placement, asked.limit() == null ? placement.size() : asked.limit()));
    }
    return slots;
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
    if (!undecided.request().dryRun()) recorder.hand(Answer.record(undecided, settled, decision));
    return decision;
  }

  private static Settled broken(Undecided undecided, Throwable bug) {
    LOG.error("decision {} fell back", undecided.id(), bug);
    return Settled.broken(undecided.request().person());
  }
}
