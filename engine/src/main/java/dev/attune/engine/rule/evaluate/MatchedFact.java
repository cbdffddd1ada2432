package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.text.Place;
import java.util.Map;

/**
 * A fact a pattern matched.
 *
 * @param read the properties the pattern reads, by name, with their values; unknown values are left
 *     out
 * @param place where the pattern stands
 */
public record MatchedFact(FactType type, Map<String, Object> read, Place place) {}
