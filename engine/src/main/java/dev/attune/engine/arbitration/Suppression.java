package dev.attune.engine.arbitration;

import dev.attune.engine.fact.ActionKey;
import org.jspecify.annotations.Nullable;

/**
 * An action that was not chosen for a placement, with its one primary reason.
 *
 * @param item {@code kind/id} of the item it would have stood for; null when its card stands once
 * @param obstacle what stood in its way; null unless an explanation was asked for
 */
public record Suppression(
    String action,
    @Nullable String item,
    String placement,
    ReasonCode reason,
    @Nullable Obstacle obstacle) {

  public String key() {
    return ActionKey.of(action, item);
  }

  /** The reason in plain words; null unless an explanation was asked for. */
  public @Nullable String detail() {
    return obstacle == null ? null : obstacle.words();
  }
}
