package dev.attune.engine.arbitration;

import dev.attune.engine.text.Place;
import org.jspecify.annotations.Nullable;

/**
 * What stood in an action's way.
 *
 * @param words in plain words, with the values compared and times in the person's zone
 * @param place where an author wrote it
 * @param constraint as the author wrote it, e.g. {@code shown: 2, per: 7d}
 * @param actual the value that failed; null when unknown
 * @param needed what it would have had to be, e.g. {@code fewer than 2}
 */
public record Obstacle(
    String words, Place place, String constraint, @Nullable Object actual, String needed) {}
