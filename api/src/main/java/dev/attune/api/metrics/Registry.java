package dev.attune.api.metrics;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** Makes the registry and its timers. */
public final class Registry {
  private Registry() {}

  /** A registry that knows this process already. */
  public static PrometheusMeterRegistry ofProcess() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    // Lives as long as the process, like the listeners it puts on the collectors.
    @SuppressWarnings("resource")
    JvmGcMetrics collectors = new JvmGcMetrics();
    collectors.bindTo(registry);
    return registry;
  }

  static Timer timer(
      PrometheusMeterRegistry registry, String name, String what, Duration... bounds) {
    return Timer.builder(name).description(what).serviceLevelObjectives(bounds).register(registry);
  }
}
