package dev.attune.engine.fact;

import org.jspecify.annotations.Nullable;

/**
 * Whose facts: a known user or an anonymous visitor. The two never collide, even with equal text.
 *
 * @param anonymous true for an {@code anonymousId}
 * @param value 1 to 256 characters, no control characters
 */
public record PersonId(boolean anonymous, String value) implements Comparable<PersonId> {
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
