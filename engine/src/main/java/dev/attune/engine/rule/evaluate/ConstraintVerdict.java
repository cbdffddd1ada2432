package dev.attune.engine.rule.evaluate;

import dev.attune.engine.text.Place;
import org.jspecify.annotations.Nullable;

/**
 * How one constraint fares on one fact.
 *
 * @param text as the author wrote it
 * @param passesAlone how many facts pass this constraint alone
 * @param property the property or variable it tests; null when it tests more than one thing
 * @param actual its value; null when unknown
 * @param operator e.g. {@code >=} or {@code in}; null together with {@code property}
 * @param needed what it is compared with: a {@code String}, {@code Number}, {@code Boolean} or a
 *     list of these; null when it compares with nothing fixed
 */
public record ConstraintVerdict(
    Place place,
    String text,
    boolean passes,
    int passesAlone,
    @Nullable String property,
    @Nullable Object actual,
    @Nullable String operator,
    @Nullable Object needed) {}
