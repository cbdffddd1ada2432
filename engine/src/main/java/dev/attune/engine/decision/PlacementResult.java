package dev.attune.engine.decision;

import java.util.List;
import java.util.Map;

/**
 * What a placement gets.
 *
 * @param choices best first; empty when nothing was chosen
 * @param fallback the placement's fixed content, to be shown exactly when there are no choices
 */
public record PlacementResult(
    String placement, List<Choice> choices, List<Map<String, Object>> fallback) {}
