package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.Placement;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;

/** There is no room because unranked actions, mandatory or pinned ones, hold the placement. */
public final class SlotTaken implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.SLOT_TAKEN;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    if (contender.isPinned() && Room.pinned(contender.slot(), round) >= contender.slot().limit())
      return true;
    return Room.unranked(contender.slot(), round) >= contender.slot().placement().size();
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Placement placement = contender.slot().placement();
    boolean pinned = Room.pinned(contender.slot(), round) > 0;
    return new Obstacle(
        (pinned ? "mandatory and pinned" : "mandatory") + " actions hold all of " + placement.id(),
        placement.declaredAt(),
        "size: " + placement.size(),
        Room.unranked(contender.slot(), round),
        "fewer than " + placement.size());
  }
}
