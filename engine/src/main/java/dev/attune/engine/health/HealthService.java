package dev.attune.engine.health;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.event.Arrivals;
import dev.attune.engine.event.Undeclared;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.rule.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Watches decisions and events, and says how the rules are. Thread-safe. */
public final class HealthService implements Arrivals {
  private static final int DAYS = (int) Observed.WINDOW.toDays();
  private static final Duration RETRY = Duration.ofMinutes(1);

  private final Supplier<Content> live;
  private final HealthStore store;
  private final Undeclared undeclared;
  private final Executor workers;
  private final InstantSource clock;
  private final Tally tally;
  private volatile String seen = "";
  private String standing = "";
  private Instant standingSince = Instant.MIN;
  private boolean isNoted;
  private Instant notBefore = Instant.MIN;

  /**
   * @param live the content of the live release
   * @param workers runs what may take milliseconds; may refuse
   */
  public HealthService(
      Supplier<Content> live,
      HealthStore store,
      Undeclared undeclared,
      Executor workers,
      InstantSource clock) {
    this.live = live;
    this.store = store;
    this.undeclared = undeclared;
    this.workers = workers;
    this.clock = clock;
    this.tally = new Tally(store, clock);
  }

  /** A decision was recorded; waits for nothing. */
  public void decided(DecisionRecord made) {
    if (!made.release().equals(seen)) see(made);
    tally.decided(made);
  }

  /**
   * From now on the live content stands; what was counted before is another chapter. A decision
   * that was under way when it changed says nothing new.
   */
  private synchronized void see(DecisionRecord made) {
    seen = made.release();
    Content content = live.get();
    if (!content.hash().equals(standing)) {
      standing = content.hash();
      standingSince = made.at();
      isNoted = false;
      notBefore = Instant.MIN;
      tally.flush();
    }
    if (isNoted) return;
    if (made.at().isBefore(notBefore)) seen = "";
    else note(content, standingSince, made.at());
  }

  private void note(Content content, Instant since, Instant now) {
    try {
      isNoted = true;
      workers.execute(
          () ->
              store
                  .stands(Circumstances.of(content).states(), since)
                  .whenComplete(
                      (done, failure) -> {
                        if (failure != null) noteAgain(content, now.plus(RETRY));
                      }));
    } catch (RejectedExecutionException busy) {
      noteAgain(content, now);
    }
  }

  /** Some decision after that moment will; without it rules that lose always are never told. */
  private synchronized void noteAgain(Content content, Instant from) {
    if (!content.hash().equals(standing)) return;
    isNoted = false;
    notBefore = from;
    seen = "";
  }

  @Override
  public void entered(List<Change> changes) {
    tally.entered(changes);
  }

  @Override
  public void declared(String event, PersonId person) {
    tally.arrived(event, person);
  }

  @Override
  public void undeclared(PersonId person) {
    tally.arrived(Sign.UNDECLARED, person);
  }

  /** What is wrong with the live rules; a stage fails only when the store cannot be reached. */
  public CompletionStage<Report> report() {
    Instant now = clock.instant();
    return store
        .read(now, DAYS)
        .thenCombineAsync(
            undeclared.names(), (evidence, names) -> gathered(evidence, names, now), workers)
        .thenCompose(
            gathered ->
                store
                    .since(gathered.circumstances().states())
                    .thenApplyAsync(since -> report(gathered.with(since)), workers));
  }

  private Observed gathered(Evidence evidence, List<Undeclared.Name> names, Instant now) {
    Circumstances circumstances = Circumstances.of(live.get());
    return new Observed(circumstances, evidence.with(tally.pending()), Map.of(), names, now);
  }

  private static Report report(Observed observed) {
    Chapter window = observed.evidence().since(observed.windowStart());
    List<Finding> findings = Checkup.of(observed);
    return new Report(observed.windowStart(), observed.now(), window.count(Sign.ASKED), findings);
  }

  /** Hands on what is counted; for a graceful stop. */
  public CompletionStage<Void> flush() {
    return tally.flush();
  }

  /**
   * How the rules are.
   *
   * @param asked how many placements were decided between {@code from} and {@code until}
   * @param findings by label and place; empty when all is well or too little was seen
   */
  public record Report(Instant from, Instant until, long asked, List<Finding> findings) {}
}
