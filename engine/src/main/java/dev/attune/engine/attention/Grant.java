package dev.attune.engine.attention;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one {@link Ask}.
 *
 * @param reservation id of the reservation; null when refused, and when nothing is kept about the
 *     person any more
 * @param refusedBy name of the first {@link Bound} without room; null exactly when granted
 */
public record Grant(String action, @Nullable String reservation, @Nullable String refusedBy) {
  public static Grant given(String action, String reservation) {
    return new Grant(action, reservation, null);
  }

  public static Grant refused(String action, String bound) {
    return new Grant(action, null, bound);
  }

  /** Granted to somebody who was erased: nothing is kept of it. */
  public static Grant unkept(String action) {
    return new Grant(action, null, null);
  }
}
