package dev.attune.api.onboarding.model;

import java.time.Duration;

/** Hears of every call to a model that ended, on whatever thread it ended; must not block. */
@FunctionalInterface
public interface CallListener {
  /** For callers that keep no metrics. */
  CallListener NONE = (reply, took) -> {};

  /**
   * A call ended.
   *
   * @param took from being asked to the last word or the failure; zero when nobody was asked
   */
  void ended(ModelReply reply, Duration took);
}
