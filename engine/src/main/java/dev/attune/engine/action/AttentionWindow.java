package dev.attune.engine.action;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The time an attention budget covers: the rolling length, or the calendar day, week (from Monday)
 * or month in the person's zone.
 *
 * @param length of a rolling window; null exactly when {@code unit} is not {@code ROLLING}
 */
public record AttentionWindow(Unit unit, @Nullable Duration length) {
  /** How a window is cut. */
  public enum Unit {
    ROLLING,
    DAY,
    WEEK,
    MONTH
  }

  public static final AttentionWindow DAY = new AttentionWindow(Unit.DAY, null);
  public static final AttentionWindow WEEK = new AttentionWindow(Unit.WEEK, null);
  public static final AttentionWindow MONTH = new AttentionWindow(Unit.MONTH, null);

  public static AttentionWindow rolling(Duration length) {
    return new AttentionWindow(Unit.ROLLING, length);
  }

  /** In words, e.g. {@code a day}. */
  public String words() {
    return length == null
        ? "a " + unit.name().toLowerCase(Locale.ROOT)
        : "within " + length.toHours() + "h";
  }

  /** The window's first moment: what happened at or after it counts. */
  public Instant start(Instant now, ZoneId zone) {
    if (length != null) return now.minus(length).plusMillis(1);
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate first =
        switch (unit) {
          case WEEK -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> today.withDayOfMonth(1);
          case DAY, ROLLING -> today;
        };
    return first.atStartOfDay(zone).toInstant();
  }
}
