package dev.attune.engine.fact;

import org.jspecify.annotations.Nullable;

/**
 * Whose facts: a known user or an anonymous visitor. The two never collide, even with equal text.
 *
 * @param anonymous true for an {@code anonymousId}
 * @param value 1 to 256 characters, no control characters
 */
public record PersonId(boolean anonymous, String value) implements Comparable<PersonId> {
  private static final int LONGEST = 256;

  /** What is wrong with a text that is to name a person; null when nothing is. */
  public static @Nullable String fault(String id) {
    if (id.isEmpty()) return "an id must not be empty";
    if (id.length() > LONGEST) return "an id has at most 256 characters, this one " + id.length();
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (Character.isISOControl(c)) return "an id must not hold control characters";
      if (Character.isSurrogate(c) && isLone(id, i)) return "an id must be well-formed Unicode";
    }
    return null;
  }

  private static boolean isLone(String id, int at) {
    char c = id.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 >= id.length() || !Character.isLowSurrogate(id.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(id.charAt(at - 1));
  }

  public static PersonId user(String userId) {
    return new PersonId(false, userId);
  }

  public static PersonId anonymous(String anonymousId) {
    return new PersonId(true, anonymousId);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PersonId that
        && anonymous == that.anonymous
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return anonymous ? ~value.hashCode() : value.hashCode();
  }

  /** Users before visitors, then by text. */
  @Override
  public int compareTo(PersonId other) {
    int byKind = Boolean.compare(anonymous, other.anonymous);
    return byKind != 0 ? byKind : value.compareTo(other.value);
  }
}
