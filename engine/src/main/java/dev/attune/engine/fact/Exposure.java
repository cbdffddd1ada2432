package dev.attune.engine.fact;

/**
 * How an action met this person before. No fact exists for an action never shown.
 *
 * @param daysSinceLast calendar days in the person's zone since it was last shown
 */
public record Exposure(String action, int shown, int dismissed, int accepted, int daysSinceLast) {}
