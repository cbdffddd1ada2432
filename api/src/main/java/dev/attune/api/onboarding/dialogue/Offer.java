package dev.attune.api.onboarding.dialogue;

/**
 * A value the person can choose with one press.
 *
 * @param value typed as the vocabulary types the field; one single value for a many-of field
 * @param label as the person reads it
 */
public record Offer(Object value, String label) {}
