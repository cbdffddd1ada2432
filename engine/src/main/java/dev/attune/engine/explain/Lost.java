package dev.attune.engine.explain;

import dev.attune.engine.arbitration.ReasonCode;
import java.util.List;

/**
 * An action that was not chosen for a placement.
 *
 * @param detail the reason in plain words, with the values compared
 * @param misses for {@code NOT_ELIGIBLE}: for each rule that may propose it, where it stopped
 */
public record Lost(
    String placement, String action, ReasonCode reason, String detail, List<Miss> misses) {}
