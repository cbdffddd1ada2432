package dev.attune.engine.vocabulary;

import dev.attune.engine.text.Place;
import org.jspecify.annotations.Nullable;

/**
 * A declared feature of the product.
 *
 * @param name e.g. {@code tone-suggestions}
 * @param adoptedBy the event that shows that the person uses it
 * @param opportunity the event at which it would have helped; null when none is declared
 * @param critical whether the product's value depends on it
 * @param after the feature to be adopted first; null when it stands alone
 */
public record FeatureType(
    String name,
    String adoptedBy,
    @Nullable String opportunity,
    boolean critical,
    @Nullable String after,
    Place declaredAt) {}
