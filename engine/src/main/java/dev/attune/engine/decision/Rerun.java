package dev.attune.engine.decision;

import dev.attune.engine.action.Candidate;
import dev.attune.engine.arbitration.Arbiter;
import dev.attune.engine.arbitration.Arbitration;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Contest;
import dev.attune.engine.arbitration.Slot;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A recorded decision run again, from nothing but its record and a release. On the release it was
 * made on it comes to the same result.
 *
 * @param contest what was arbitrated
 * @param segments the segments the rules put the person into
 * @param limitHit the rules ran into their limit, so that nothing was arbitrated
 */
public record Rerun(
    Contest contest, Arbitration arbitration, Set<String> segments, boolean limitHit) {

  public static Rerun of(DecisionRecord made, Rules rules) {
    return of(made, rules, made.known(), made.visit(), true);
  }

  /** The same decision, had other things been known; without details of suppressions. */
  public static Rerun of(DecisionRecord made, Rules rules, Known known, VisitContext visit) {
    return of(made, rules, known, visit, false);
  }

  private static Rerun of(
      DecisionRecord made, Rules rules, Known known, VisitContext visit, boolean explain) {
    Evaluation evaluated =
        made.state() == State.DEFAULT
            ? new Evaluation(List.of(), Set.of(), false, List.of())
            : rules.propose(known, made.at(), visit, placements(made));
    Contest contest = contest(made, rules, known, visit, evaluated.candidates(), explain);
    boolean decided = made.state() != State.DEFAULT && !evaluated.limitHit();
    Arbitration arbitration = decided ? new Arbiter().choose(contest) : onFallbacks(contest);
    return new Rerun(contest, arbitration, evaluated.segments(), evaluated.limitHit());
  }

  /** Without rules nothing is chosen, also not what the person pinned. */
  private static Arbitration onFallbacks(Contest contest) {
    List<Filled> filled = new ArrayList<>();
    for (Slot slot : contest.slots()) filled.add(new Filled(slot, List.of(), null));
    return new Arbitration(filled, List.of());
  }

  private static Contest contest(
      DecisionRecord made,
      Rules rules,
      Known known,
      VisitContext visit,
      List<Candidate> candidates,
      boolean explain) {
    return new Contest(
        known,
        made.at(),
        visit,
        candidates,
        Slots.of(made.asked(), rules.placements(), known),
        rules.placements(),
        rules.cards(),
        made.evidence(),
        made.refused(),
        explain);
  }

  private static Set<String> placements(DecisionRecord made) {
    Set<String> placements = new HashSet<>();
    for (PlacementRequest asked : made.asked()) placements.add(asked.id());
    return placements;
  }
}
