package dev.attune.engine.explain;

import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.ReasonCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action that was not chosen for a placement.
 *
 * @param item {@code kind/id} of the item it would have stood for; null when its card stands once,
 *     or no rule proposed it
 * @param obstacle what stood in its way: in words, where it is written, the actual and the needed
 *     value
 * @param misses for {@code NOT_ELIGIBLE}: for each rule that may propose it, where it stopped
 */
public record Lost(
    String placement,
    String action,
    @Nullable String item,
    ReasonCode reason,
    Obstacle obstacle,
    List<Miss> misses) {

  /** The reason in plain words, with the values compared. */
  public String detail() {
    return obstacle.words();
  }
}
