package dev.attune.api;

import dev.attune.api.metrics.ReceptionMetrics;
import dev.attune.api.metrics.TimedFacts;
import dev.attune.api.metrics.TimedRules;
import dev.attune.api.redis.RedisStores;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.ExposureIntake;
import dev.attune.engine.decision.FactSource;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rules;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.event.EventIntake;
import dev.attune.engine.event.Misfits;
import dev.attune.engine.health.HealthService;
import dev.attune.engine.rule.evaluate.Release;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The engine's services over the live rules and stores.
 *
 * @param workers runs what may take more than a moment; bounded, refuses beyond
 * @param onOthers decides on a release that is not live
 */
record Engine(
    DecisionService decisions,
    ExposureIntake exposures,
    EventIntake events,
    HealthService health,
    DecisionRecorder recorder,
    ThreadPoolExecutor workers,
    Function<Release, DecisionService> onOthers) {
  private static final int RECORD_WRITES = 4;
  private static final int RECORDS_WAITING = 10_000;
  private static final int WORK_WAITING = 256;

  static Engine over(
      LiveRules live, RedisStores stores, PrometheusMeterRegistry registry, InstantSource clock) {
    Timer evaluations = TimedRules.timer(registry);
    Supplier<Rules> rules = () -> TimedRules.of(live.current(), evaluations);
    ThreadPoolExecutor workers = boundedWorkers();
    HealthService health =
        new HealthService(live::content, stores.health(), stores.undeclared(), workers, clock);
    DecisionRecorder recorder =
        DecisionRecorder.gathering(
            stores.records(),
            RECORD_WRITES,
            RECORDS_WAITING,
            RecordCodec::packed,
            made -> {
              health.decided(made);
              live.shadows().show(made);
            });
    FunctionCounter.builder("attune.records.dropped", recorder, DecisionRecorder::dropped)
        .description("decision records lost because the store was too slow")
        .register(registry);
    Misfits misfits = new Misfits(() -> live.content().vocabulary(), stores.undeclared(), clock);
    FactSource facts = new StoredFacts(stores.facts(), misfits);
    DecisionService decisions =
        new DecisionService(
            rules,
            new TimedFacts(facts, registry),
            stores.attention(),
            stores.outcomes(),
            recorder,
            DecisionIds.random(),
            workers,
            clock);
    ExposureIntake exposures =
        new ExposureIntake(
            recorder,
            stores.records(),
            stores.attention(),
            stores.outcomes(),
            new ReceptionMetrics(registry),
            rules,
            clock);
    EventIntake events =
        new EventIntake(
            stores.facts(), () -> live.content().vocabulary(), stores.undeclared(), health);
    Function<Release, DecisionService> onOthers =
        release ->
            new DecisionService(
                () -> new ReleaseRules(release),
                stores.facts()::load,
                stores.attention(),
                stores.outcomes(),
                recorder,
                DecisionIds.random(),
                workers,
                clock);
    return new Engine(decisions, exposures, events, health, recorder, workers, onOthers);
  }

  /** Decides on another release than the live one; for requests that reserve and record nothing. */
  CompletionStage<Decision> decideOn(Release release, DecisionRequest dryRun) {
    return onOthers.apply(release).decide(dryRun);
  }

  private static ThreadPoolExecutor boundedWorkers() {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    return new ThreadPoolExecutor(
        threads,
        threads,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(WORK_WAITING),
        work -> {
          Thread thread = new Thread(work, "worker");
          thread.setDaemon(true);
          return thread;
        });
  }
}
