package dev.attune.engine.text;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as authors write them: {@code 30s}, {@code 30m}, {@code 12h}, {@code 7d}. */
public final class Durations {
  private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

  private Durations() {}

  /** Empty when it is not written so; a day is 24 hours. */
  public static Optional<Duration> parse(String written) {
    Matcher matcher = WRITTEN.matcher(written);
    if (!matcher.matches()) return Optional.empty();
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }
}
