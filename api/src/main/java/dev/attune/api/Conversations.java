package dev.attune.api;

import dev.attune.api.config.ServerConfig;
import dev.attune.api.onboarding.Contradictions;
import dev.attune.api.onboarding.OnboardingPorts;
import dev.attune.api.onboarding.OnboardingService;
import dev.attune.api.onboarding.Profiles;
import dev.attune.api.onboarding.Understanding;
import dev.attune.api.onboarding.extract.EmbeddedExtractor;
import dev.attune.api.onboarding.model.CallListener;
import dev.attune.api.onboarding.model.ModelCalls;
import dev.attune.api.onboarding.model.ModelProfile;
import dev.attune.api.onboarding.prompt.ActivePrompts;
import dev.attune.api.onboarding.prompt.PromptReader;
import dev.attune.api.onboarding.prompt.PromptReading;
import dev.attune.api.onboarding.prompt.PromptWatch;
import dev.attune.api.onboarding.prompt.Prompts;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.profile.ConversationStore;
import dev.attune.engine.profile.ModelBudget;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.vocabulary.Vocabulary;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The conversation put together: what reads, what words, what remembers. */
public final class Conversations implements AutoCloseable {
  private final OnboardingService service;
  private final EmbeddedExtractor extractor;
  private final PromptWatch watch;
  private final @Nullable ModelCalls model;

  private Conversations(
      OnboardingService service,
      EmbeddedExtractor extractor,
      PromptWatch watch,
      @Nullable ModelCalls model) {
    this.service = service;
    this.extractor = extractor;
    this.watch = watch;
    this.model = model;
  }

  /**
   * What it stands on.
   *
   * @param vocabulary the one in force
   * @param decisions decides what a person sees; never fails
   * @param modelCalls told of every call to a language model
   */
  public record Ground(
      FactStore facts,
      ConversationStore conversations,
      ModelBudget budget,
      Supplier<Vocabulary> vocabulary,
      Contradictions contradictions,
      Function<DecisionRequest, CompletionStage<Decision>> decisions,
      CallListener modelCalls,
      Executor workers,
      InstantSource clock) {}

  /**
   * What takes a while to load.
   *
   * @param prompts null when the folder is refused
   * @param diagnostics what is wrong with the prompts folder
   */
  public record Loaded(
      EmbeddedExtractor extractor, @Nullable ActivePrompts prompts, List<Diagnostic> diagnostics) {}

  /** Loads the encoder and the prompts; takes about two seconds. Blocking. */
  public static Loaded load(ServerConfig config) {
    EmbeddedExtractor extractor =
        config.conversation().encoder()
            ? EmbeddedExtractor.load(config.data().resolve("natives"))
            : EmbeddedExtractor.lexiconOnly();
    PromptReading reading = PromptReader.read(config.prompts());
    if (reading instanceof PromptReading.Refused refused) {
      return new Loaded(extractor, null, refused.diagnostics());
    }
    Prompts first = ((PromptReading.Read) reading).prompts();
    return new Loaded(extractor, new ActivePrompts(config.prompts(), first), List.of());
  }

  /** Starts with prompts that were loaded without a mistake. */
  public static Conversations start(
      EmbeddedExtractor extractor,
      ActivePrompts prompts,
      ServerConfig config,
      Optional<ModelProfile> profile,
      Ground ground) {
    ModelCalls model = profile.map(chosen -> calls(config, chosen, ground)).orElse(null);
    OnboardingService service =
        new OnboardingService(
            new OnboardingPorts(
                ground.conversations(),
                new Profiles(ground.facts(), ground.clock()),
                ground.contradictions(),
                ground.decisions(),
                understanding(extractor, ground.vocabulary()),
                prompts,
                model,
                ground.workers(),
                ground.clock()));
    PromptWatch watch = new PromptWatch(config.prompts(), prompts);
    watch.start();
    return new Conversations(service, extractor, watch, model);
  }

  private static ModelCalls calls(ServerConfig config, ModelProfile profile, Ground ground) {
    return new ModelCalls(
        profile,
        ConfiguredModel.limits(config.conversation()),
        ground.budget(),
        ground.clock(),
        ground.modelCalls());
  }

  private static Supplier<Understanding> understanding(
      EmbeddedExtractor extractor, Supplier<Vocabulary> vocabulary) {
    return new Supplier<>() {
      private volatile @Nullable Understanding last;

      @Override
      public Understanding get() {
        Vocabulary now = vocabulary.get();
        Understanding known = last;
        if (known != null && known.vocabulary() == now) return known;
        Understanding fresh =
            new Understanding(now, extractor, extractor::vouches, extractor.packVersion());
        last = fresh;
        return fresh;
      }
    };
  }

  public OnboardingService service() {
    return service;
  }

  /** {@code lexicon+encoder} or {@code lexicon-only}, for health. */
  public String mode() {
    return extractor.mode();
  }

  /** What models came to; null when none is configured. */
  public @Nullable ModelCalls model() {
    return model;
  }

  @Override
  public void close() {
    watch.close();
    if (model != null) model.close();
  }
}
