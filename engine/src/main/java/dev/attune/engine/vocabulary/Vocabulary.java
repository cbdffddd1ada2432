package dev.attune.engine.vocabulary;

import java.util.Map;

/**
 * The single source for fact types, extraction, lint and editors. Immutable; every map keeps the
 * file's order and is keyed by the declared name.
 */
public record Vocabulary(
    Map<String, Field> profile,
    Map<String, Field> visit,
    Map<String, EventType> events,
    Map<String, FeatureType> features,
    Map<String, ItemType> items) {

  public static final Vocabulary EMPTY =
      new Vocabulary(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
}
