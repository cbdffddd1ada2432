package dev.attune.api.onboarding.model;

import java.util.concurrent.CompletionStage;

/** A call under way. */
public interface Asked {
  /** Never fails; a failure of the model is a reply. */
  CompletionStage<ModelReply> reply();

  /** Nobody waits any more: ends the provider's stream at once. */
  void cancel();
}
