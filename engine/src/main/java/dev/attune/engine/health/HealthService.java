package dev.attune.engine.health;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.event.Arrivals;
import dev.attune.engine.event.Undeclared;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.rule.Content;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Watches decisions and events, and says how the rules are. Thread-safe. */
public final class HealthService implements Arrivals {
  private static final int DAYS = (int) Observed.WINDOW.toDays();

  private final Supplier<Content> live;
  private final HealthStore store;
  private final Undeclared undeclared;
  private final InstantSource clock;
  private final Tally tally;
  private volatile String seen = "";

  /**
   * @param live the content of the live release
   */
  public HealthService(
      Supplier<Content> live, HealthStore store, Undeclared undeclared, InstantSource clock) {
    this.live = live;
    this.store = store;
    this.undeclared = undeclared;
    this.clock = clock;
    this.tally = new Tally(store, clock);
  }

  /** A decision was recorded; waits for nothing. */
  public void decided(DecisionRecord made) {
    if (!made.release().equals(seen)) see(made.release());
    tally.decided(made);
  }

  /** From now on the rules of this release count as seen. */
  private void see(String release) {
    seen = release;
    store.firstSeen(RuleState.all(live.get()), clock.instant());
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

  /**
   * What is wrong with the live rules; a stage fails only when the store cannot be reached.
   *
   * @param workers runs what may take milliseconds
   */
  public CompletionStage<Report> report(Executor workers) {
    Content content = live.get();
    Instant now = clock.instant();
    return store
        .firstSeen(RuleState.all(content), now)
        .thenCombine(
            store.read(now, DAYS),
            (firstSeen, evidence) -> new Gathered(firstSeen, evidence.with(tally.pending())))
        .thenCombineAsync(
            undeclared.names(),
            (gathered, names) ->
                report(
                    new Observed(content, gathered.evidence(), gathered.firstSeen(), names, now)),
            workers);
  }

  private record Gathered(Map<String, Instant> firstSeen, Evidence evidence) {}

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
