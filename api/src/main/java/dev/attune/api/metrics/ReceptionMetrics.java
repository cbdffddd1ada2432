package dev.attune.api.metrics;

import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.Reception;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts how choices are received by placement and position, so that a ranking that has become
 * worse shows as the rate of each position; never by person. Bounded by the placements authors
 * declare: positions from the twentieth on are counted together. Thread-safe.
 */
public final class ReceptionMetrics implements Reception {
  private static final int LAST_POSITION = 20;
  private static final String PERCEIVED = "exposed";

  private record Labels(String placement, int position, String report) {}

  private final MeterRegistry registry;
  private final Map<Labels, Counter> counters = new ConcurrentHashMap<>();

  public ReceptionMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void perceived(Chosen chosen) {
    count(chosen, PERCEIVED);
  }

  @Override
  public void reacted(Chosen chosen, ReactionType type) {
    count(chosen, type.wire());
  }

  private void count(Chosen chosen, String report) {
    int position = Math.min(chosen.rank(), LAST_POSITION);
    counters
        .computeIfAbsent(new Labels(chosen.placement(), position, report), this::counter)
        .increment();
  }

  private Counter counter(Labels labels) {
    return Counter.builder("attune.reception")
        .description("what people did with the choices of a placement, by position")
        .tag("placement", labels.placement())
        .tag("position", Integer.toString(labels.position()))
        .tag("report", labels.report())
        .register(registry);
  }
}
