package dev.attune.engine.action;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours in which nothing is sent over a channel, in the person's zone; may span midnight.
 *
 * @param from first quiet minute
 * @param until first minute that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime until) {
  public boolean contains(Instant now, ZoneId zone) {
    LocalTime time = LocalTime.ofInstant(now, zone);
    boolean afterFrom = !time.isBefore(from);
    boolean beforeUntil = time.isBefore(until);
    return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
  }
}
