package dev.attune.api.onboarding;

import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import java.util.concurrent.CompletionStage;

/** Decides what the person sees next, on the facts written a moment ago. Never fails. */
@FunctionalInterface
public interface Decisions {
  CompletionStage<Decision> decide(DecisionRequest request);
}
