package dev.attune.engine.fact;

/**
 * How an action met this person before, about whatever items. No fact exists for an action never
 * shown.
 *
 * @param daysSinceLast calendar days in the person's zone since it was last shown
 */
public record Exposure(String action, int shown, int dismissed, int accepted, int daysSinceLast) {
  /** Both together, when the action met the person about several items. */
  Exposure plus(Exposure other) {
    return new Exposure(
        action,
        shown + other.shown,
        dismissed + other.dismissed,
        accepted + other.accepted,
        Math.min(daysSinceLast, other.daysSinceLast));
  }
}
