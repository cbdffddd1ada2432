package dev.attune.engine.arbitration;

import org.jspecify.annotations.Nullable;

/**
 * An action that was not chosen for a placement, with its one primary reason.
 *
 * @param obstacle what stood in its way; null unless an explanation was asked for
 */
public record Suppression(
    String action, String placement, ReasonCode reason, @Nullable Obstacle obstacle) {

  /** The reason in plain words; null unless an explanation was asked for. */
  public @Nullable String detail() {
    return obstacle == null ? null : obstacle.words();
  }
}
