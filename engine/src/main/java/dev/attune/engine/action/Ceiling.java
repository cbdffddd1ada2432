package dev.attune.engine.action;

import dev.attune.engine.text.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many different experiences a placement may be.
 *
 * @param results distinct results it may produce, its fallback among them; null: no bound
 * @param smallestShare the share of people, 0 to 1, that each result must reach; 0: no bound
 * @param place where it is declared
 */
public record Ceiling(@Nullable Integer results, double smallestShare, Place place) {
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,2}(?:\\.[0-9]{1,4})?)%");

  /** Reads {@code 1%} or {@code 0.5%}. */
  static Optional<Double> share(String written) {
    Matcher matcher = PERCENT.matcher(written);
    if (!matcher.matches()) return Optional.empty();
    double percent = Double.parseDouble(matcher.group(1));
    return percent < 0.01 || percent > 50 ? Optional.empty() : Optional.of(percent / 100);
  }
}
