package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.Placements;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything an arbitration reads, and nothing else is read.
 *
 * @param visit this request's context
 * @param candidates as the rules proposed them; one action may be proposed more than once
 * @param slots earlier ones choose first
 * @param cards all cards of the release, by action
 * @param evidence outcome counts of the candidates' actions; absent means none
 * @param refused by key, the bound on which the ledger refused to reserve it a moment ago; an
 *     action by itself stands for all its items
 * @param explain whether suppressions carry their detail
 */
public record Contest(
    Known known,
    Instant now,
    VisitContext visit,
    List<Candidate> candidates,
    List<Slot> slots,
    Placements placements,
    Map<String, ActionCard> cards,
    Map<String, Evidence> evidence,
    Map<String, String> refused,
    boolean explain) {

  Contest unexplained() {
    return new Contest(
        known, now, visit, candidates, slots, placements, cards, evidence, refused, false);
  }

  public Contest refusing(Map<String, String> bounds) {
    return new Contest(
        known, now, visit, candidates, slots, placements, cards, evidence, bounds, explain);
  }
}
