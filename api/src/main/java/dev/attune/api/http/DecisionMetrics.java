package dev.attune.api.http;

import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.PlacementResult;
import dev.attune.engine.decision.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts decisions by placement, state and whether the fallback was shown; never by person. Bounded
 * by the placements authors declare. Thread-safe.
 */
public final class DecisionMetrics {
  private record Labels(String placement, State state, boolean fallback) {}

  private final MeterRegistry registry;
  private final Map<Labels, Counter> counters = new ConcurrentHashMap<>();

  public DecisionMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void decided(Decision decision) {
    for (PlacementResult placement : decision.placements()) {
      boolean fallback = placement.choices().isEmpty();
      Labels labels = new Labels(placement.placement(), decision.state(), fallback);
      Counter counter = counters.get(labels);
      if (counter == null) counter = counters.computeIfAbsent(labels, this::counter);
      counter.increment();
    }
  }

  private Counter counter(Labels labels) {
    return Counter.builder("attune.decisions")
        .description("decisions by placement and by how good their facts were")
        .tag("placement", labels.placement())
        .tag("state", labels.state().wire())
        .tag("shown", labels.fallback() ? "fallback" : "choice")
        .register(registry);
  }
}
