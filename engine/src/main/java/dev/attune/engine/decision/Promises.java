package dev.attune.engine.decision;

import dev.attune.engine.arbitration.Arbiter;
import dev.attune.engine.arbitration.Arbitration;
import dev.attune.engine.arbitration.Asking;
import dev.attune.engine.arbitration.Contest;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.Grant;
import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Arbitrates until the ledger has promised every choice; a refused action makes way for the next.
 */
final class Promises {
  private static final String UNAVAILABLE = "unavailable";

  private final Arbiter arbiter = new Arbiter();
  private final AttentionLedger ledger;

  Promises(AttentionLedger ledger) {
    this.ledger = ledger;
  }

  /**
   * An arbitration all of whose choices may be shown.
   *
   * @param reservations by key
   */
  record Promised(
      Contest contest,
      Arbitration arbitration,
      Map<String, String> reservations,
      StateReason reason) {}

  /** Chooses without promising anything: a dry run. */
  Promised unpromised(Contest contest) {
    return new Promised(contest, arbiter.choose(contest), Map.of(), StateReason.NONE);
  }

  /** Chooses what needs no promise: interruptions are left out. */
  Promised withoutLedger(Contest contest, StateReason reason) {
    Map<String, String> refused = new HashMap<>(contest.refused());
    contest.candidates().forEach(one -> refused.putIfAbsent(one.card().id(), UNAVAILABLE));
    Contest quiet = contest.refusing(refused);
    return new Promised(quiet, arbiter.choose(quiet), Map.of(), reason);
  }

  /** Chooses and reserves. Each turn refuses at least one more action, so it ends. */
  CompletionStage<Promised> promised(Contest contest, String decision, Instant expiresAt) {
    Arbitration arbitration = arbiter.choose(contest);
    List<Ask> asks = Asking.asks(arbitration, contest);
    if (asks.isEmpty())
      return CompletableFuture.completedFuture(
          new Promised(contest, arbitration, Map.of(), StateReason.NONE));
    return ledger
        .reserve(contest.known().person(), decision, asks, contest.now(), expiresAt)
        .thenCompose(grants -> granted(contest, arbitration, decision, expiresAt, grants));
  }

  /** Chooses and reserves on facts that were recalled; empty when they no longer hold. */
  CompletionStage<Optional<Promised>> promisedAsOf(
      Contest contest, String decision, Instant expiresAt) {
    Arbitration arbitration = arbiter.choose(contest);
    List<Ask> asks = Asking.asks(arbitration, contest);
    return ledger
        .reserveAsOf(contest.known(), decision, asks, contest.now(), expiresAt)
        .thenCompose(
            grants ->
                grants.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : granted(contest, arbitration, decision, expiresAt, grants.get())
                        .thenApply(Optional::of));
  }

  private CompletionStage<Promised> granted(
      Contest contest,
      Arbitration arbitration,
      String decision,
      Instant expiresAt,
      List<Grant> grants) {
    Map<String, String> refused = refused(grants);
    if (refused.isEmpty())
      return CompletableFuture.completedFuture(
          new Promised(contest, arbitration, reservations(grants), StateReason.NONE));
    refused.putAll(contest.refused());
    return promised(contest.refusing(refused), decision, expiresAt)
        .thenApply(last -> returnUnused(contest.known().person(), decision, grants, last));
  }

  /**
   * Gives back what an earlier turn reserved for this decision and the last turn did not choose.
   */
  private Promised returnUnused(
      PersonId person, String decision, List<Grant> grants, Promised last) {
    for (Grant grant : grants) {
      if (decision.equals(grant.reservation()) && !last.reservations().containsKey(grant.action()))
        ledger.giveBack(person, grant.action(), decision);
    }
    return last;
  }

  private static Map<String, String> refused(List<Grant> grants) {
    Map<String, String> refused = new HashMap<>();
    for (Grant grant : grants) {
      if (grant.refusedBy() != null) refused.put(grant.action(), grant.refusedBy());
    }
    return refused;
  }

  private static Map<String, String> reservations(List<Grant> grants) {
    Map<String, String> reservations = new HashMap<>();
    for (Grant grant : grants) {
      if (grant.reservation() != null) reservations.put(grant.action(), grant.reservation());
    }
    return reservations;
  }
}
