package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Comparison;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;

/** Better candidates hold the slots; a mandatory action is never outranked. */
public final class Outranked implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.OUTRANKED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return !contender.isMandatory()
        && Room.ranked(contender.slot(), round) >= Room.forRanked(contender.slot(), round);
  }

  @Override
  public String detail(Contender contender, Round round) {
    Ranked last = round.chosen().get(round.chosen().size() - 1);
    Ranked own = round.score(contender);
    return "outranked by " + last.action() + ": " + Comparison.of(last, own);
  }
}
