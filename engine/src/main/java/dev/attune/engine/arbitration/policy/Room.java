package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.arbitration.Slot;

/** Counts a slot's places. Mandatory actions need room in the placement, not under the limit. */
final class Room {
  private Room() {}

  static int mandatory(Slot slot, Round round) {
    return count(slot, round, true);
  }

  static int ranked(Slot slot, Round round) {
    return count(slot, round, false);
  }

  static int forRanked(Slot slot, Round round) {
    return Math.min(slot.limit(), slot.placement().size() - mandatory(slot, round));
  }

  private static int count(Slot slot, Round round, boolean mandatory) {
    int count = 0;
    for (int i = 0; i < round.chosen().size(); i++) {
      Ranked one = round.chosen().get(i);
      if (one.contender().slot() == slot && one.contender().isMandatory() == mandatory) count++;
    }
    return count;
  }
}
