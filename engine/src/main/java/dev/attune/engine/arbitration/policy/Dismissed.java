package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.fact.Encounters;

/**
 * The person sent the action away for good: by a dismissal its card does not forget, by the last
 * snooze its ladder grants, or by asking for less like it.
 */
public final class Dismissed implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.DISMISSED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    Encounters met = round.encounters(contender);
    if (met == null || contender.isMandatory()) return false;
    return met.less()
        || isFinal(met, contender)
        || met.snoozed() >= contender.card().ladder().snoozes();
  }

  @Override
  public String detail(Contender contender, Round round) {
    Encounters met = round.encounters(contender);
    if (met == null) return "";
    if (met.less()) return "asked for less like this";
    if (isFinal(met, contender)) return "dismissed at " + met.lastDismissed() + ", for good";
    return "snoozed " + met.snoozed() + " times, the last its ladder grants";
  }

  private static boolean isFinal(Encounters met, Contender contender) {
    return met.dismissed() > 0 && contender.card().coolDown().afterDismissed() == null;
  }
}
