package dev.attune.engine.profile;

import org.jspecify.annotations.Nullable;

/**
 * A person takes back what was noted.
 *
 * @param value the single value taken back; null: whatever the field holds
 */
public record Retraction(String field, @Nullable Object value) {}
