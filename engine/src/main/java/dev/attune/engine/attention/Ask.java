package dev.attune.engine.attention;

import dev.attune.engine.action.Kind;
import java.util.List;

/**
 * A decision's wish to show an action once.
 *
 * @param interrupts whether the showing counts against budgets
 * @param bounds every one must have room
 */
public record Ask(String action, Kind kind, boolean interrupts, List<Bound> bounds) {}
