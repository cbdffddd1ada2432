package dev.attune.engine.health;

import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.InMemoryDecisionRecords;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventIntake;
import dev.attune.engine.event.EventKind;
import dev.attune.engine.event.InMemoryUndeclared;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.fact.Write;
import dev.attune.engine.rule.evaluate.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** A hundred people who write and share, are decided for in turn, and whose rules are watched. */
final class HealthWorld {
  private static final int PEOPLE = 100;

  private final ConcurrentMap<PersonId, Known> people = new ConcurrentHashMap<>();
  private final InMemoryFactStore facts =
      new InMemoryFactStore(people, ConsentDefault.PERSONALISATION);
  private final InMemoryUndeclared undeclared = new InMemoryUndeclared();
  private final AtomicLong counter = new AtomicLong();
  private final DecisionService decisions;
  private final EventIntake events;
  private final HealthService health;
  private Release live;
  private long visits;
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");

  HealthWorld(Release release) {
    this(release, new InMemoryHealthStore());
  }

  HealthWorld(Release release, HealthStore store) {
    live = release;
    health = new HealthService(() -> live.content(), store, undeclared, Runnable::run, () -> now);
    events = new EventIntake(facts, () -> live.content().vocabulary(), undeclared, health);
    decisions =
        new DecisionService(
            () -> new ReleaseRules(live),
            facts::load,
            new InMemoryAttentionLedger(people),
            Outcomes.NONE,
            DecisionRecorder.watched(new InMemoryDecisionRecords(), 1, 1, health::decided),
            new DecisionIds(counter::incrementAndGet),
            Runnable::run,
            () -> now);
    for (int i = 0; i < PEOPLE; i++) learn(person(i), i % 2 == 0 ? "writer" : "reader");
  }

  private static PersonId person(long number) {
    return PersonId.user("person-" + number % PEOPLE);
  }

  private void learn(PersonId person, String role) {
    Change learnt = new Change.Learnt("role", role, Provenance.of(Source.DECLARED, now));
    facts.write(person, new Write("role", now, List.of(learnt)));
  }

  /** So many visits, each with two events and one decision at both placements. */
  void visits(int count, String... happening) {
    for (int i = 0; i < count; i++) {
      long number = visits++;
      now = now.plus(Duration.ofSeconds(20));
      for (String event : happening) happens(person(number), event);
      decide(person(number));
    }
  }

  /** Somebody who is decided for never comes along with what they once did. */
  void brings(String event) {
    enter(PersonId.user("newcomer"), event, now.minus(Duration.ofDays(40)), true);
  }

  /** The next decision is made on another release. */
  void publish(Release release) {
    live = release;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  private void happens(PersonId person, String event) {
    enter(person, event, now, false);
  }

  private void enter(PersonId person, String event, Instant at, boolean historical) {
    Event happened =
        new Event(
            "event-" + counter.incrementAndGet(),
            EventKind.TRACK,
            person,
            null,
            event,
            at,
            now,
            historical,
            Map.of(),
            Map.of(),
            null,
            null);
    events.accept(happened).toCompletableFuture().join();
  }

  private void decide(PersonId person) {
    List<PlacementRequest> asked =
        List.of(new PlacementRequest("side", null), new PlacementRequest("list", null));
    decisions
        .decide(new DecisionRequest(person, asked, new VisitContext(Map.of()), false, false))
        .toCompletableFuture()
        .join();
  }

  List<Finding> findings() {
    return health.report().toCompletableFuture().join().findings();
  }
}
