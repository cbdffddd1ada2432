package dev.attune.engine.action;

import dev.attune.engine.text.Place;
import java.util.Set;

/**
 * At most {@code atMost} interruptions of these kinds per person, over all surfaces.
 *
 * @param id e.g. {@code two-a-day}
 * @param kinds the kinds it counts, at least one
 * @param atMost 0 or more; 0 silences these kinds
 * @param window over which time
 */
public record AttentionBudget(
    String id, Set<Kind> kinds, int atMost, AttentionWindow window, Place declaredAt) {}
