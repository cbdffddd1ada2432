package dev.attune.engine.decision;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.Placement;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.DecisionRecord.Proposed;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words what a decision came to: as the app's answer, and as the record. */
final class Answer {
  private Answer() {}

  static Decision decision(Undecided undecided, Settled settled) {
    List<PlacementResult> placements = new ArrayList<>();
    for (PlacementRequest asked : undecided.request().placements())
      placements.add(result(asked.id(), undecided, settled));
    return new Decision(
        undecided.id(),
        undecided.request().person(),
        undecided.rules().release(),
        undecided.now(),
        settled.state(),
        settled.reason(),
        settled.factsAge(),
        placements,
        settled.arbitration().suppressed(),
        settled.matched());
  }

  private static PlacementResult result(String id, Undecided undecided, Settled settled) {
    Placement placement = undecided.rules().placements().byId().get(id);
    List<Map<String, Object>> fallback = placement == null ? List.of() : placement.fallback();
    List<Choice> choices = new ArrayList<>();
    for (Filled filled : settled.arbitration().filled()) {
      if (!filled.slot().placement().id().equals(id)) continue;
      for (Ranked ranked : filled.chosen())
        choices.add(choice(ranked, choices.size() + 1, undecided, settled));
    }
    return new PlacementResult(id, choices, fallback);
  }

  private static Choice choice(Ranked ranked, int rank, Undecided undecided, Settled settled) {
    Candidate candidate = ranked.contender().candidate();
    ActionCard card = ranked.card();
    return new Choice(
        card.id(),
        card.kind(),
        card.content(),
        candidate.with(),
        candidate.about(),
        ranked.key(),
        candidate.because(),
        candidate.rule(),
        ranked.score(),
        ranked.parts(),
        ranked.drawn(),
        rank,
        settled.reservations().get(ranked.key()),
        undecided.expiresAt());
  }

  static DecisionRecord record(Undecided undecided, Settled settled, Decision decision) {
    return new DecisionRecord(
        decision.id(),
        decision.release(),
        decision.at(),
        decision.state(),
        decision.stateReason(),
        known(undecided, settled),
        undecided.request().visit(),
        undecided.request().placements(),
        proposed(settled),
        chosen(undecided, settled),
        decision.suppressed(),
        settled.evidence(),
        settled.refused());
  }

  private static Known known(Undecided undecided, Settled settled) {
    Known usable = undecided.rules().usable(settled.known());
    return usable.with(usable.surfaces().of(undecided.placements()));
  }

  private static List<Proposed> proposed(Settled settled) {
    List<Proposed> proposed = new ArrayList<>(settled.candidates().size());
    for (Candidate one : settled.candidates()) {
      String item = one.about() == null ? null : ActionKey.item(one.about());
      proposed.add(
          new Proposed(one.card().id(), one.rule().name(), one.because(), one.weight(), item));
    }
    return proposed;
  }

  private static List<Chosen> chosen(Undecided undecided, Settled settled) {
    List<Chosen> chosen = new ArrayList<>();
    for (Filled filled : settled.arbitration().filled()) {
      for (int i = 0; i < filled.chosen().size(); i++) {
        Ranked ranked = filled.chosen().get(i);
        chosen.add(
            new Chosen(
                filled.slot().placement().id(),
                ranked.action(),
                ranked.contender().item(),
                ranked.card().kind(),
                ranked.contender().interrupts(),
                i + 1,
                ranked.parts(),
                ranked.drawn(),
                settled.reservations().get(ranked.key()),
                undecided.expiresAt()));
      }
    }
    return chosen;
  }
}
