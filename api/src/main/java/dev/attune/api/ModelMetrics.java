package dev.attune.api;

import dev.attune.api.onboarding.model.CallListener;
import dev.attune.api.onboarding.model.Failure;
import dev.attune.api.onboarding.model.ModelCalls;
import dev.attune.api.onboarding.model.ModelReply;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What the language model's calls come to: numbers by outcome, and never a word. Thread-safe. */
final class ModelMetrics implements CallListener {
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(8)
  };

  private final Timer answered;
  private final Map<Failure, Timer> failed = new EnumMap<>(Failure.class);
  private final Counter input;
  private final Counter output;

  ModelMetrics(MeterRegistry registry) {
    answered = calls(registry, "answered");
    for (Failure failure : Failure.values()) failed.put(failure, calls(registry, failure.wire()));
    input = tokens(registry, "input");
    output = tokens(registry, "output");
  }

  /** Shows how the calls stand at any moment. */
  void show(ModelCalls calls, MeterRegistry registry) {
    Gauge.builder("attune.model.breaker.open", calls, one -> one.isResting() ? 1 : 0)
        .description("1 while the provider is left alone because calls failed")
        .register(registry);
    Gauge.builder("attune.model.streams", calls, ModelCalls::running)
        .description("calls under way")
        .register(registry);
  }

  @Override
  public void ended(ModelReply reply, Duration took) {
    input.increment(reply.usage().inputTokens());
    output.increment(reply.usage().outputTokens());
    Timer timer =
        reply instanceof ModelReply.Failed one
            ? Objects.requireNonNull(failed.get(one.failure()))
            : answered;
    timer.record(took);
  }

  private static Timer calls(MeterRegistry registry, String outcome) {
    return Timer.builder("attune.model.calls")
        .description("calls to the language model by what came of them")
        .tag("outcome", outcome)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  private static Counter tokens(MeterRegistry registry, String kind) {
    return Counter.builder("attune.model.tokens")
        .description("tokens as the provider counted them")
        .tag("kind", kind)
        .register(registry);
  }
}
