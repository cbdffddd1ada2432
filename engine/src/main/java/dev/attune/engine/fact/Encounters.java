package dev.attune.engine.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one action met one person, in absolute time. Caps, cool-downs and ladders read this.
 *
 * @param action its {@link ActionKey}: an action that stands for each item has met with each of
 *     them
 * @param shown times of its exposures, oldest first, the last 64 at most
 * @param shownTotal all exposures ever
 * @param snoozedUntil null when it is not snoozed
 * @param less the person asked for less like this
 */
public record Encounters(
    String action,
    List<Instant> shown,
    int shownTotal,
    int dismissed,
    int accepted,
    int snoozed,
    @Nullable Instant lastDismissed,
    @Nullable Instant lastAccepted,
    @Nullable Instant snoozedUntil,
    boolean less) {

  public static Encounters none(String action) {
    return new Encounters(action, List.of(), 0, 0, 0, 0, null, null, null, false);
  }
}
