package dev.attune.engine.publish.replay;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a draft may change.
 *
 * @param share of the replayed decisions, 0 to 1
 */
public record ReplayLimit(double share) {
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,4})?) ?%");

  /** Reads {@code 5%} or {@code 0.5%}; empty when it is no share. */
  public static Optional<ReplayLimit> parse(String written) {
    Matcher matcher = PERCENT.matcher(written);
    if (!matcher.matches()) return Optional.empty();
    double share = Double.parseDouble(matcher.group(1)) / 100;
    return share > 1 ? Optional.empty() : Optional.of(new ReplayLimit(share));
  }

  public boolean allows(ReplayReport report) {
    return report.decisions().shareChanged() <= share;
  }

  /** The limit and what was found, in plain words. */
  public String told(ReplayReport report) {
    return String.format(
        Locale.ROOT,
        "%.2f %% of the decisions change, the limit is %.2f %%",
        report.decisions().shareChanged() * 100,
        share * 100);
  }
}
