package dev.attune.engine.fact;

import java.time.Instant;
import java.util.Map;

/**
 * How often one event happened, in absolute time.
 *
 * @param count all times
 * @param first earliest event time
 * @param last latest event time
 * @param days count by epoch day in the person's zone; kept for the last 31 days
 */
public record Counter(
    String event, int count, Instant first, Instant last, Map<Long, Integer> days) {}
