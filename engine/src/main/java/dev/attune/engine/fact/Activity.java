package dev.attune.engine.fact;

/**
 * How often a person did something. No fact exists for an event the person never did.
 *
 * @param count all times
 * @param last7Days today and the six days before, in the person's zone
 * @param last30Days today and the 29 days before, in the person's zone
 * @param daysSinceFirst calendar days in the person's zone; 0 is today
 * @param daysSinceLast calendar days in the person's zone; 0 is today
 */
public record Activity(
    String event,
    int count,
    int last7Days,
    int last30Days,
    int daysSinceFirst,
    int daysSinceLast) {}
