package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.text.Place;

/** An interruption needs room in every attention budget that counts its kind. */
public final class Attended implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.NO_ATTENTION;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    if (!contender.interrupts()) return false;
    return round.refusedBy(contender) != null || round.budgets().exhausted(contender) != null;
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    AttentionBudget budget = round.budgets().exhausted(contender);
    if (budget == null) return takenMeanwhile(contender, round);
    String of = budget.atMost() + " " + budget.window().words();
    String holders = round.budgets().holders(budget);
    return new Obstacle(
        "the budget "
            + budget.id()
            + " of "
            + of
            + " is used up"
            + (holders.isEmpty() ? "" : ": " + holders),
        budget.declaredAt(),
        "at-most: " + of,
        round.budgets().used(budget),
        "fewer than " + budget.atMost());
  }

  /** The ledger knew of a showing or a reservation the facts had not told yet. */
  private static Obstacle takenMeanwhile(Contender contender, Round round) {
    String bound = round.refusedBy(contender);
    Place place =
        round.contest().placements().attention().stream()
            .filter(budget -> budget.id().equals(bound))
            .map(AttentionBudget::declaredAt)
            .findFirst()
            .orElse(contender.card().placeOf("cap"));
    return new Obstacle(
        "the budget " + bound + " was taken a moment before",
        place,
        String.valueOf(bound),
        "taken",
        "free");
  }
}
