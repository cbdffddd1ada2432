package dev.attune.engine.action;

import java.util.Map;

/**
 * Everything {@code placements.yaml} declares. Immutable.
 *
 * @param byId in the file's order
 */
public record Placements(Map<String, Placement> byId) {
  public static final Placements NONE = new Placements(Map.of());
}
