package dev.attune.engine.scenario;

import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.attention.Showing;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.ExposureIntake;
import dev.attune.engine.decision.InMemoryDecisionRecords;
import dev.attune.engine.decision.Receipt;
import dev.attune.engine.decision.Reception;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventIntake;
import dev.attune.engine.event.EventKind;
import dev.attune.engine.event.InMemoryUndeclared;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Write;
import dev.attune.engine.rule.evaluate.Release;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** The real engine over stores in memory and a clock that the story moves. Used by one thread. */
final class World {
  private final ConcurrentMap<PersonId, Known> people = new ConcurrentHashMap<>();
  private final AttentionLedger ledger = new InMemoryAttentionLedger(people);
  private final InMemoryFactStore facts = new InMemoryFactStore(people, ConsentDefault.NOTHING);
  private final InMemoryDecisionRecords records = new InMemoryDecisionRecords();
  private final EventIntake events;
  private final DecisionService decisions;
  private final ExposureIntake exposures;
  private final PersonId person;
  private final AtomicLong counter = new AtomicLong();
  private Instant now;

  World(Release release, PersonId person, Instant start) {
    this.person = person;
    this.now = start;
    ReleaseRules rules = new ReleaseRules(release);
    DecisionRecorder recorder = new DecisionRecorder(records, 1, 1);
    events = new EventIntake(facts, () -> release.content().vocabulary(), new InMemoryUndeclared());
    decisions =
        new DecisionService(
            () -> rules,
            facts::load,
            ledger,
            Outcomes.NONE,
            recorder,
            new DecisionIds(counter::incrementAndGet),
            Runnable::run,
            () -> now);
    exposures =
        new ExposureIntake(
            recorder, records, ledger, Outcomes.NONE, Reception.UNHEARD, () -> rules, () -> now);
  }

  void begin(Past past) {
    done(facts.write(person, new Write("given", now, past.changes())));
    for (Showing showing : past.showings()) done(ledger.spend(person, showing));
    for (Reaction reaction : past.reactions()) done(ledger.react(person, reaction));
  }

  void goTo(Instant at) {
    now = at;
  }

  void happens(String name, Map<String, Object> properties) {
    String id = "event-" + counter.incrementAndGet();
    done(
        events.accept(
            new Event(
                id,
                EventKind.TRACK,
                person.anonymous() ? null : person,
                person.anonymous() ? person : null,
                name,
                now,
                now,
                false,
                properties,
                Map.of(),
                null,
                null)));
  }

  Decision decide(DecisionRequest request) {
    return done(decisions.decide(request));
  }

  DecisionRecord recordOf(Decision decision) {
    return done(records.load(decision.id())).orElseThrow();
  }

  /** True when it counts as a new showing. */
  boolean seen(String decision, String key) {
    return done(exposures.exposed(decision, ActionKey.action(key), ActionKey.item(key)))
        == Receipt.COUNTED;
  }

  void reacts(String decision, String key, Step.Then then) {
    if (then.reaction() != null)
      done(
          exposures.reacted(
              decision, ActionKey.action(key), ActionKey.item(key), then.reaction(), null));
  }

  /** Everything here is in memory, so every stage is complete when it is handed out. */
  private static <T> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
