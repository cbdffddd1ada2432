package dev.attune.engine.action;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything {@code placements.yaml} declares. Immutable.
 *
 * @param byId in the file's order
 * @param attention the budgets interruptions draw on, in the file's order
 * @param quietHours when channels rest; null: never
 */
public record Placements(
    Map<String, Placement> byId,
    List<AttentionBudget> attention,
    @Nullable QuietHours quietHours,
    Holdout holdout) {
  public static final Placements NONE = new Placements(Map.of(), List.of(), null, Holdout.NOBODY);
}
