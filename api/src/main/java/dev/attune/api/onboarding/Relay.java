package dev.attune.api.onboarding;

import io.vertx.core.json.JsonObject;

/**
 * Hears of an answer while it is being made. Called on any thread, in order, never after the
 * outcome is known.
 */
public interface Relay {
  /** For callers that want the whole answer at once. */
  Relay NONE = (event, data) -> {};

  /** {@code facts}, {@code ask}, {@code token} or {@code decision}. */
  void tell(String event, JsonObject data);

  /** Whether words are wanted one by one. */
  default boolean streams() {
    return false;
  }

  /** Called with what ends the work under way when nobody listens any more. */
  default void onGone(Runnable cancel) {}
}
