package dev.attune.api;

import dev.attune.api.Conversations.Ground;
import dev.attune.api.config.ServerConfig;
import dev.attune.api.http.Endpoint;
import dev.attune.api.http.Operation;
import dev.attune.api.http.Proofs;
import dev.attune.api.onboarding.Contradictions;
import dev.attune.api.onboarding.OnboardingCalls;
import dev.attune.api.onboarding.OnboardingPage;
import dev.attune.api.onboarding.model.ModelProfile;
import dev.attune.api.onboarding.prompt.ActivePrompts;
import dev.attune.api.redis.RedisModelBudget;
import dev.attune.api.redis.RedisStores;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Segment;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Release;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The conversation of a running server, on its rules and stores. */
final class LiveConversations {
  /** Placements whose screens the conversation's page shows. */
  private static final String OWN_SURFACE = "onboarding.";

  private static final int TURNS_WAITING = 256;

  private LiveConversations() {}

  static Conversations start(
      ServerConfig config,
      Conversations.Loaded loaded,
      LiveRules rules,
      Engine engine,
      RedisStores stores,
      MeterRegistry registry,
      InstantSource clock)
      throws StartFailure {
    ActivePrompts prompts = loaded.prompts();
    if (prompts == null) throw StartFailure.ofPrompts(config.prompts(), loaded.diagnostics());
    Optional<ModelProfile> profile = ConfiguredModel.profile(config, null);
    ModelMetrics metrics = new ModelMetrics(registry);
    Ground ground =
        new Ground(
            stores.facts(),
            stores.conversations(),
            new RedisModelBudget(
                stores.links(),
                config.redis().space(),
                ConfiguredModel.budget(config.conversation())),
            () -> rules.content().vocabulary(),
            contradictions(rules, clock),
            engine.decisions()::decide,
            metrics,
            readers(),
            clock);
    Conversations conversations =
        Conversations.start(loaded.extractor(), prompts, config, profile, ground);
    if (conversations.model() != null) metrics.show(conversations.model(), registry);
    return conversations;
  }

  /** Reading words is kept to half of the machine, so that decisions never wait for it. */
  private static Executor readers() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    ThreadPoolExecutor readers =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(TURNS_WAITING),
            task -> {
              Thread thread = new Thread(task, CanWait.READER);
              thread.setDaemon(true);
              return thread;
            });
    readers.allowCoreThreadTimeOut(true);
    return readers;
  }

  /** Puts the conversation's calls and pages behind the server's door. */
  static void serve(
      Conversations conversations,
      LiveRules rules,
      Proofs proofs,
      String pageKey,
      Map<Operation, Endpoint> endpoints) {
    List<String> placements =
        rules.content().placements().byId().keySet().stream()
            .filter(id -> id.startsWith(OWN_SURFACE))
            .toList();
    OnboardingPage page =
        new OnboardingPage(
            conversations.service(),
            new OnboardingPage.Settings(
                pageKey, placements, conversations.model() != null, proofs::mintAnonymous));
    OnboardingCalls calls =
        new OnboardingCalls(
            conversations.service(), () -> rules.content().placements().byId().keySet());
    OnboardingEndpoints.addTo(endpoints, calls, page);
  }

  /** A segment {@code contradicts-role}, derived by a rule, doubts the field {@code role}. */
  private static Contradictions contradictions(LiveRules rules, InstantSource clock) {
    return known -> {
      Release release = rules.current();
      Facts facts = Snapshot.of(known, release.content().vocabulary(), clock.instant());
      return release.evaluate(facts, VisitContext.EMPTY, Set.of()).segments().stream()
          .filter(segment -> segment.startsWith(Segment.CONTRADICTS))
          .map(segment -> segment.substring(Segment.CONTRADICTS.length()))
          .collect(Collectors.toUnmodifiableSet());
    };
  }
}
