package dev.attune.engine.arbitration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Says a moment as the person's clock and calendar show it. */
final class Moment {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private Moment() {}

  /** {@code at 09:12}, with the date when it is not today's. */
  static String words(Instant at, Instant now, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    boolean today = local.toLocalDate().equals(LocalDate.ofInstant(now, zone));
    return "at " + TIME.format(local) + (today ? "" : " on " + local.toLocalDate());
  }
}
