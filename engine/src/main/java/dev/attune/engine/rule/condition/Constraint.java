package dev.attune.engine.rule.condition;

import dev.attune.engine.text.Place;
import org.jspecify.annotations.Nullable;

/**
 * One comma-separated part of a pattern.
 *
 * @param text as the author wrote it
 * @param binds the variable it binds, with its {@code $}; null for a pure test. A binding never
 *     tests
 * @param expression a test when {@code binds} is null, else the bound value
 */
public record Constraint(String text, @Nullable String binds, Expression expression, Place place) {}
