package dev.attune.api.onboarding;

import dev.attune.api.onboarding.model.LocalBudget;
import dev.attune.api.onboarding.model.ModelCalls;
import dev.attune.api.onboarding.model.ModelLimits;
import dev.attune.api.onboarding.model.ModelProfile;
import dev.attune.api.onboarding.model.Provider;
import dev.attune.engine.profile.ModelBudget;
import java.time.Duration;
import java.time.InstantSource;

/** The model behind a stub provider, with a budget that never ends. */
public final class StubModel {
  /** For tests of what a person gets while a model takes its time. */
  static final ModelLimits HURRIED =
      new ModelLimits(
          Duration.ofMillis(600),
          Duration.ofMillis(400),
          Duration.ofMillis(2200),
          64,
          64 * 1024,
          200);

  /** For tests that are not about time, on a machine that may be busy. */
  public static final ModelLimits PATIENT =
      new ModelLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          64,
          64 * 1024,
          200);

  private StubModel() {}

  static ModelCalls calls(String url, ModelLimits limits) {
    ModelProfile profile =
        new ModelProfile("stub", Provider.OPENAI_COMPATIBLE, url, "stub", "test-key", 150, 600);
    return new ModelCalls(
        profile,
        limits,
        new LocalBudget(new ModelBudget.Limits(1_000_000, 100_000_000, Long.MAX_VALUE)),
        InstantSource.system());
  }
}
