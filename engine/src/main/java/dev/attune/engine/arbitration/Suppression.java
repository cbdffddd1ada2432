package dev.attune.engine.arbitration;

import org.jspecify.annotations.Nullable;

/**
 * An action that was not chosen for a placement, with its one primary reason.
 *
 * @param detail the reason in plain words; null unless an explanation was asked for
 */
public record Suppression(
    String action, String placement, ReasonCode reason, @Nullable String detail) {}
