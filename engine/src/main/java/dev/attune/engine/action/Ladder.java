package dev.attune.engine.action;

import java.time.Duration;

/**
 * Show, snooze, once more, never.
 *
 * @param snooze how long a snooze rests the action
 * @param snoozes how many snoozes end it for good
 */
public record Ladder(Duration snooze, int snoozes) {
  public static final Ladder STANDARD = new Ladder(Duration.ofDays(1), 2);
}
