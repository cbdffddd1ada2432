package dev.attune.engine.arbitration.policy;

import java.time.Duration;

/** Says a duration as authors write it, e.g. {@code 7d}. */
final class Words {
  private Words() {}

  static String of(Duration duration) {
    if (duration.toSeconds() % 86_400 == 0) return duration.toDays() + "d";
    if (duration.toSeconds() % 3_600 == 0) return duration.toHours() + "h";
    return duration.toMinutes() + "min";
  }
}
