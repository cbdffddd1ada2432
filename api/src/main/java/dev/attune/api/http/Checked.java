package dev.attune.api.http;

import org.jspecify.annotations.Nullable;

/**
 * A part of a request that was checked: good, or the problem to answer with.
 *
 * @param problem null exactly when it is good
 */
public record Checked<T>(@Nullable T value, @Nullable Problem problem) {
  public static <T> Checked<T> good(T value) {
    return new Checked<>(value, null);
  }

  public static <T> Checked<T> refused(Problem problem) {
    return new Checked<>(null, problem);
  }

  /** The value, when there is no problem. */
  public T get() {
    if (value == null) throw new IllegalStateException("refused: " + problem);
    return value;
  }
}
