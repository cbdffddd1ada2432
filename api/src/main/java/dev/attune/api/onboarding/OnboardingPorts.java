package dev.attune.api.onboarding;

import dev.attune.api.onboarding.model.ModelCalls;
import dev.attune.api.onboarding.prompt.ActivePrompts;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.profile.ConversationStore;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything the conversation needs from outside.
 *
 * @param understanding how words are read at this moment; never blocks
 * @param decisions decides what the person sees, on the facts written a moment ago; never fails
 * @param model null when none is configured
 * @param workers a bounded pool for what takes more than a moment; never an event loop
 */
public record OnboardingPorts(
    ConversationStore conversations,
    Profiles profiles,
    Contradictions contradictions,
    Function<DecisionRequest, CompletionStage<Decision>> decisions,
    Supplier<Understanding> understanding,
    ActivePrompts prompts,
    @Nullable ModelCalls model,
    Executor workers,
    InstantSource clock) {}
