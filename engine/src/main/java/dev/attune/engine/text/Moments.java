package dev.attune.engine.text;

import java.time.Instant;

/** Moments as authors may write them. */
public final class Moments {
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private Moments() {}

  /** Within the years that clocks, calendars and stores agree on. */
  public static boolean isOfThisWorld(Instant moment) {
    return !moment.isBefore(FIRST) && moment.isBefore(END);
  }
}
