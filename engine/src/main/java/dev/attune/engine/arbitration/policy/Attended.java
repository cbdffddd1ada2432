package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;

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
  public String detail(Contender contender, Round round) {
    AttentionBudget budget = round.budgets().exhausted(contender);
    if (budget == null) return "budget " + round.refusedBy(contender) + " was taken a moment ago";
    return "budget "
        + budget.id()
        + " of "
        + budget.atMost()
        + " is used up: "
        + round.budgets().holders(budget);
  }
}
