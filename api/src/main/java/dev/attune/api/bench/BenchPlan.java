package dev.attune.api.bench;

import java.time.Duration;
import java.util.List;

/**
 * How to measure.
 *
 * @param rules the numbers of rules to measure with, one server each
 * @param window how long one measurement takes
 * @param rounds how often each endpoint is measured; the median counts
 * @param connections kept busy at once
 * @param people to decide for, in turn
 */
public record BenchPlan(
    List<Integer> rules, Duration window, int rounds, int connections, int people) {}
