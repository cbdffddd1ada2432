package dev.attune.engine.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A placement an app wants filled.
 *
 * @param limit at most so many choices, 1 or more; null: the placement's size
 * @param available ids of the actions the app can show now; null: all
 */
public record PlacementRequest(
    String id, @Nullable Integer limit, @Nullable Set<String> available) {

  public PlacementRequest(String id, @Nullable Integer limit) {
    this(id, limit, null);
  }
}
