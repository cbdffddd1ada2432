package dev.attune.engine.arbitration;

import dev.attune.engine.action.Placement;

/**
 * A placement to be filled.
 *
 * @param limit at most so many ranked choices; mandatory ones only need room in the placement
 */
public record Slot(Placement placement, int limit) {
  public static Slot of(Placement placement) {
    return new Slot(placement, placement.size());
  }
}
