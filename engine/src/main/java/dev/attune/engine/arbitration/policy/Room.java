package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.arbitration.Slot;

/**
 * Counts a slot's places. Mandatory actions need room in the placement, all others under the limit.
 */
final class Room {
  private Room() {}

  /** Mandatory and pinned choices. */
  static int unranked(Slot slot, Round round) {
    return mandatory(slot, round) + pinned(slot, round);
  }

  static int pinned(Slot slot, Round round) {
    int count = 0;
    for (int i = 0; i < round.chosen().size(); i++) {
      Ranked one = round.chosen().get(i);
      if (one.contender().slot() == slot && one.isUnranked() && !one.contender().isMandatory())
        count++;
    }
    return count;
  }

  static int ranked(Slot slot, Round round) {
    int count = 0;
    for (int i = 0; i < round.chosen().size(); i++) {
      Ranked one = round.chosen().get(i);
      if (one.contender().slot() == slot && !one.isUnranked()) count++;
    }
    return count;
  }

  static int forRanked(Slot slot, Round round) {
    int pinned = pinned(slot, round);
    return Math.min(
        slot.limit() - pinned, slot.placement().size() - mandatory(slot, round) - pinned);
  }

  private static int mandatory(Slot slot, Round round) {
    int count = 0;
    for (int i = 0; i < round.chosen().size(); i++) {
      Ranked one = round.chosen().get(i);
      if (one.contender().slot() == slot && one.contender().isMandatory()) count++;
    }
    return count;
  }
}
