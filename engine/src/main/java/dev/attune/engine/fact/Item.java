package dev.attune.engine.fact;

/**
 * A thing the person works on.
 *
 * @param state {@code open} or {@code closed}
 * @param hoursIdle whole hours since it was last opened or touched
 */
public record Item(String kind, String id, String title, String state, int hoursIdle) {}
