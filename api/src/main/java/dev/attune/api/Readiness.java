package dev.attune.api;

import dev.attune.api.http.HealthEndpoints.Health;
import dev.attune.api.http.HealthEndpoints.Part;
import dev.attune.engine.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    String live = "release " + rules.current().id() + " is live";
    Optional<String> current = behind();
    if (current.isPresent()) return new Part("rules", Health.DEGRADED, live + current.get());
    List<Diagnostic> diagnostics = rules.active().diagnostics();
    return diagnostics.isEmpty()
        ? new Part("rules", Health.GOOD, live)
        : new Part(
            "rules", Health.DEGRADED, live + "; the newest edit is not: " + words(diagnostics));
  }

  /** Says so when the deployment's current release is not the one that answers here. */
  private Optional<String> behind() {
    return rules
        .releases()
        .current()
        .filter(current -> !current.hash().equals(rules.current().hash()))
        .map(
            current -> {
              String reasons =
                  rules
                      .releases()
                      .behind()
                      .map(each -> words(each.reasons()))
                      .orElse("quarantined");
              return "; release %d, the current one, is not: %s"
                  .formatted(current.number(), reasons);
            });
  }

  private static String words(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("; "));
  }
}
