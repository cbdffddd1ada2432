package dev.attune.api.onboarding.dialogue;

import java.time.Instant;

/**
 * A value with the words it was taken from.
 *
 * @param value typed as the vocabulary types the field
 * @param quote the person's own words, or the label of the button they pressed; at most 120
 *     characters
 * @param turn the turn it was said in, 1-based; 0 when it was known before the conversation
 * @param method e.g. {@code lexicon}, {@code encoder}, {@code llm}, {@code choice}
 * @param confidence 0 to 1
 * @param packVersion what the method worked from
 */
public record Noted(
    Object value,
    String quote,
    int turn,
    String method,
    double confidence,
    String packVersion,
    Instant at) {}
