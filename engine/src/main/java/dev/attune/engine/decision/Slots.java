package dev.attune.engine.decision;

import dev.attune.engine.action.Placement;
import dev.attune.engine.action.Placements;
import dev.attune.engine.arbitration.Slot;
import dev.attune.engine.fact.Known;
import java.util.ArrayList;
import java.util.List;

/** The placements asked for, as one person's slots; what a release does not declare is left out. */
final class Slots {
  private Slots() {}

  static List<Slot> of(List<PlacementRequest> asked, Placements declared, Known known) {
    List<Slot> slots = new ArrayList<>(asked.size());
    for (PlacementRequest one : asked) {
      Placement placement = declared.byId().get(one.id());
      if (placement != null) slots.add(Slot.of(placement, one.limit(), one.available(), known));
    }
    return slots;
  }
}
