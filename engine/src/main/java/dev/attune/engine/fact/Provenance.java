package dev.attune.engine.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a profile value came to be known.
 *
 * @param at when it was said or seen
 * @param quote the person's own words it was taken from, at most 120 characters
 * @param turn the conversation's turn, 1-based; null outside a conversation
 * @param method e.g. {@code lexicon}, {@code encoder}, {@code llm}, {@code choice}, {@code api}
 * @param confidence 0 to 1; null when certain
 * @param packVersion version of the extraction pack; null outside a conversation
 */
public record Provenance(
    Source source,
    Instant at,
    @Nullable String quote,
    @Nullable Integer turn,
    @Nullable String method,
    @Nullable Double confidence,
    @Nullable String packVersion) {

  public static Provenance of(Source source, Instant at) {
    return new Provenance(source, at, null, null, null, null, null);
  }

  /** A confidence as it is told: no more than two decimals of it are known. */
  public static double told(double confidence) {
    return Math.round(confidence * 100) / 100.0;
  }
}
