package dev.attune.api.bench;

import dev.attune.api.bench.Load.Window;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What one endpoint did in one window.
 *
 * @param cpu what the server's process used of the processors, Redis not included
 */
record Measurement(String subject, Window window, Duration cpu) {

  static Measurement median(List<Measurement> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Measurement::perSecond))
        .toList()
        .get(rounds.size() / 2);
  }

  double perSecond() {
    return window.perSecond();
  }

  /** In milliseconds. */
  double percentile(double share) {
    return window.latency().getValueAtPercentile(share) / 1000.0;
  }

  /** In microseconds. */
  double cpuPerRequest() {
    return cpu.toNanos() / 1000.0 / Math.max(1, window.latency().getTotalCount());
  }

  long failed() {
    return window.failed();
  }
}
