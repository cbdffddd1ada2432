package dev.attune.engine.fact;

/** A group the person is in, derived by {@code shared/segments.drl}. */
public record Segment(String name) {}
