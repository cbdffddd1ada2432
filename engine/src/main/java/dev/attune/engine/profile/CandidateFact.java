package dev.attune.engine.profile;

/**
 * Something a turn seems to say, not yet believed.
 *
 * @param field the profile field's name
 * @param value {@code String} for one value of a one-of or many-of field, {@code Double} for a
 *     number, {@code Boolean} for a flag
 * @param confidence 0 to 1
 * @param quote the words it was taken from, as they stand in the turn
 * @param method who found it, e.g. {@code lexicon}, {@code encoder}, {@code numbers}, {@code llm}
 */
public record CandidateFact(
    String field, Object value, double confidence, String quote, String method) {
  /** From here on a fact is noted without asking back. */
  public static final double CERTAIN = 0.65;

  /** Whether it can be noted without asking back. */
  public boolean isCertain() {
    return confidence >= CERTAIN;
  }
}
