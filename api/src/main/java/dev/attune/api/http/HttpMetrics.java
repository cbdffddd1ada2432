package dev.attune.api.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Counts and times requests by operation and class of status. Thread-safe. */
public final class HttpMetrics {
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final Map<Operation, Timer[]> answered = new EnumMap<>(Operation.class);
  private final Map<Operation, Counter> shed = new EnumMap<>(Operation.class);

  public HttpMetrics(MeterRegistry registry) {
    for (Operation operation : Operation.values()) {
      Timer[] byClass = new Timer[6];
      for (int hundred = 2; hundred < byClass.length; hundred++) {
        byClass[hundred] =
            Timer.builder("attune.http.requests")
                .description("requests answered")
                .tag("operation", operation.wire())
                .tag("status", hundred + "xx")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
      }
      answered.put(operation, byClass);
      shed.put(
          operation,
          Counter.builder("attune.http.shed")
              .description("requests refused because of too much load")
              .tag("operation", operation.wire())
              .register(registry));
    }
  }

  void answered(Operation operation, int status, long nanos) {
    int hundred = Math.max(2, Math.min(5, status / 100));
    Objects.requireNonNull(answered.get(operation))[hundred].record(nanos, TimeUnit.NANOSECONDS);
  }

  void shed(Operation operation) {
    Objects.requireNonNull(shed.get(operation)).increment();
  }
}
