package dev.attune.engine.profile;

/**
 * A value that may be meant, to be offered and not to be stored.
 *
 * @param value one single value, typed as in {@link CandidateFact}
 * @param likelihood 0 to 1, comparable within one field only
 */
public record Alternative(Object value, double likelihood) {}
