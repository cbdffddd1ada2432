package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;

/** There is no room because unranked, mandatory actions hold the placement. */
public final class SlotTaken implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.SLOT_TAKEN;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return Room.mandatory(contender.slot(), round) >= contender.slot().placement().size();
  }

  @Override
  public String detail(Contender contender, Round round) {
    return "mandatory actions hold all of " + contender.slot().placement().id();
  }
}
