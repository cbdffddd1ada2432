package dev.attune.engine.arbitration;

import dev.attune.engine.action.Placement;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.Surfaces.Layout;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A placement to be filled for one person.
 *
 * @param limit at most so many ranked choices; mandatory ones only need room in the placement
 * @param available ids of the actions the app can show now; null: all
 * @param arrangement what the person pinned and hid here
 * @param last how it looked on the visit before; null when that is not known
 */
public record Slot(
    Placement placement,
    int limit,
    @Nullable Set<String> available,
    Arrangement arrangement,
    @Nullable Layout last) {

  public Slot(Placement placement, int limit) {
    this(placement, limit, null, Arrangement.NONE, null);
  }

  public static Slot of(Placement placement) {
    return new Slot(placement, placement.size());
  }

  /**
   * @param limit null: the placement's size
   */
  public static Slot of(
      Placement placement, @Nullable Integer limit, @Nullable Set<String> available, Known known) {
    return new Slot(
        placement,
        limit == null ? placement.size() : limit,
        available,
        known.surfaces().arranged().getOrDefault(placement.id(), Arrangement.NONE),
        known.surfaces().laidOut().get(placement.id()));
  }
}
