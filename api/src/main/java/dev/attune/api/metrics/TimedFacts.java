package dev.attune.api.metrics;

import dev.attune.engine.decision.FactSource;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Times the round trip to the store. */
public final class TimedFacts implements FactSource {
  private final FactSource facts;
  private final Timer timer;

  public TimedFacts(FactSource facts, PrometheusMeterRegistry registry) {
    this.facts = facts;
    this.timer =
        Registry.timer(
            registry,
            "attune.redis.load",
            "reading everything known about one person",
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(50));
  }

  @Override
  public @Nullable Known recall(PersonId person) {
    return facts.recall(person);
  }

  @Override
  public CompletionStage<Known> load(PersonId person) {
    long start = System.nanoTime();
    return facts
        .load(person)
        .whenComplete(
            (known, failure) -> timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS));
  }
}
