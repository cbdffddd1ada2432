package dev.attune.api.metrics;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placements;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rules;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.rule.evaluate.Release;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Times evaluations. */
public record TimedRules(ReleaseRules rules, Timer timer) implements Rules {
  /** The timer evaluations are entered in. */
  public static Timer timer(PrometheusMeterRegistry registry) {
    return Registry.timer(
        registry,
        "attune.rules.evaluation",
        "finding what the rules propose for one request",
        Duration.ofNanos(10_000),
        Duration.ofNanos(50_000),
        Duration.ofNanos(250_000),
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(50));
  }

  public static TimedRules of(Release release, Timer timer) {
    return new TimedRules(new ReleaseRules(release), timer);
  }

  @Override
  public String release() {
    return rules.release();
  }

  @Override
  public Placements placements() {
    return rules.placements();
  }

  @Override
  public Map<String, ActionCard> cards() {
    return rules.cards();
  }

  @Override
  public Evaluation propose(Known known, Instant now, VisitContext visit, Set<String> placements) {
    long start = System.nanoTime();
    return timed(start, rules.propose(known, now, visit, placements));
  }

  @Override
  public Evaluation explain(Known known, Instant now, VisitContext visit, Set<String> placements) {
    long start = System.nanoTime();
    return timed(start, rules.explain(known, now, visit, placements));
  }

  private Evaluation timed(long start, Evaluation evaluation) {
    timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    return evaluation;
  }

  @Override
  public Known usable(Known known) {
    return rules.usable(known);
  }

  @Override
  public boolean mayBlock() {
    return rules.mayBlock();
  }
}
