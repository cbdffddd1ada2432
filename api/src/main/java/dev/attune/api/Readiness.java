package dev.attune.api;

import dev.attune.api.http.HealthEndpoints.Health;
import dev.attune.api.http.HealthEndpoints.Part;
import dev.attune.engine.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code /health/ready} tells. Thread-safe. */
final class Readiness {
  private final LiveRules rules;
  private final StoreWatch redis;
  private final String extractor;
  private volatile boolean stopping;

  /**
   * @param extractor what the conversation reads with
   */
  Readiness(LiveRules rules, StoreWatch redis, String extractor) {
    this.rules = rules;
    this.redis = redis;
    this.extractor = extractor;
  }

  /** From now on this server is not to be sent requests. */
  void stop() {
    stopping = true;
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        stopping
            ? new Part("server", Health.FAILED, "stopping")
            : new Part("server", Health.GOOD, "serving"));
    parts.add(rules());
    parts.add(redis.part());
    parts.add(new Part("extractor", Health.GOOD, extractor));
    return parts;
  }

  private Part rules() {
    List<Diagnostic> diagnostics = rules.active().diagnostics();
    String live = "release " + rules.current().id() + " is live";
    if (diagnostics.isEmpty()) return new Part("rules", Health.GOOD, live);
    String wrong = diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("; "));
    return new Part("rules", Health.DEGRADED, live + "; the newest edit is not: " + wrong);
  }
}
