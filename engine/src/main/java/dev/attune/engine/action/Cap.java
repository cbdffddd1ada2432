package dev.attune.engine.action;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often an action may be shown to one person.
 *
 * @param shown at most so often within {@code per}; null: no windowed cap
 * @param per the rolling window; null exactly when {@code shown} is
 * @param lifetime at most so often ever; null: no bound
 */
public record Cap(@Nullable Integer shown, @Nullable Duration per, @Nullable Integer lifetime) {
  public static final Cap NONE = new Cap(null, null, null);
}
