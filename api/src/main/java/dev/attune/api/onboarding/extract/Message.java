package dev.attune.api.onboarding.extract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message somebody labelled, to learn from.
 *
 * @param source who wrote it; what is learned from others is tried out on it
 * @param asked the field asked about, empty for an open question
 * @param role what may be read as the role, the best first; null: nothing
 * @param industry likewise
 * @param goals the goals it states
 * @param otherGoals goals that may be read as well
 * @param refuses whether it keeps something to itself
 */
record Message(
    String source,
    String text,
    String asked,
    List<@Nullable String> role,
    List<@Nullable String> industry,
    Set<String> goals,
    Set<String> otherGoals,
    boolean refuses) {

  private static final int LONGEST = 40;

  /** Whether it says what it says without a question before it, and is no story. */
  boolean stands() {
    int words = Tokenizer.tokens(text).size();
    return asked.isEmpty() && words > 0 && words <= LONGEST;
  }

  /** Whether reading a value is right. */
  boolean says(String field, String value) {
    return switch (field) {
      case "role" -> role.contains(value);
      case "industry" -> industry.contains(value);
      default -> goals.contains(value);
    };
  }

  /** Whether a value is neither right nor wrong to read. */
  boolean leavesOpen(String field, String value) {
    return field.equals(Likelihoods.GOALS) && !says(field, value) && otherGoals.contains(value);
  }

  /** The one label of a field; null where there are several, or none that is clear. */
  @Nullable String label(String field) {
    return switch (field) {
      case "role" -> first(role);
      case "industry" -> first(industry);
      default ->
          goals.size() == 1
              ? goals.iterator().next()
              : goals.isEmpty() && otherGoals.isEmpty() ? Head.NONE : null;
    };
  }

  /** Null for what is too long to be only that. */
  @Nullable String refusal() {
    int words = Tokenizer.tokens(text).size();
    if (words == 0 || words > LONGEST) return null;
    return refuses ? Examples.REFUSED : Head.NONE;
  }

  private static @Nullable String first(List<@Nullable String> values) {
    String best = values.get(0);
    if (best != null) return best;
    return values.size() == 1 ? Head.NONE : null;
  }
}
