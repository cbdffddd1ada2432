package dev.attune.api.bench;

import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.InMemoryDecisionRecords;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.codec.RecordCodec;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Consent;
import dev.attune.engine.fact.Counter;
import dev.attune.engine.fact.Encounters;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.ProfileValue;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.publish.replay.RecordPages;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decisions for people like those of {@link BenchPeople}: 60 profile fields, 15 counters, 5
 * exposures each. The same seed makes the same people.
 */
final class BenchDecisions implements RecordPages {
  private static final int PAGE = 500;
  private static final int PEOPLE = 1_000;
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private final Random luck = new Random(17);
  private final List<Known> people = new ArrayList<>();
  private final Map<PersonId, Known> byId = new HashMap<>();
  private final ReleaseRules rules;
  private Instant now = START;
  private int left;

  BenchDecisions(Release release, int count) {
    this.left = count;
    for (int i = 0; i < PEOPLE; i++) people.add(person(i));
    this.rules = new ReleaseRules(release);
    people.forEach(one -> byId.put(one.person(), one));
  }

  @Override
  public List<byte[]> next() {
    List<byte[]> page = new ArrayList<>();
    InMemoryDecisionRecords records = new InMemoryDecisionRecords();
    DecisionService service = service(records);
    for (; left > 0 && page.size() < PAGE; left--) {
      now = now.plusMillis(50);
      String id = service.decide(request()).toCompletableFuture().join().id();
      page.add(RecordCodec.encode(records.load(id).toCompletableFuture().join().orElseThrow()));
    }
    return page;
  }

  private DecisionService service(InMemoryDecisionRecords records) {
    return new DecisionService(
        () -> rules,
        id -> CompletableFuture.completedFuture(byId.getOrDefault(id, Known.nothing(id))),
        new InMemoryAttentionLedger(new ConcurrentHashMap<>()),
        Outcomes.NONE,
        new DecisionRecorder(records, 1, 1),
        new DecisionIds(luck::nextLong),
        Runnable::run,
        () -> now);
  }

  private DecisionRequest request() {
    String page = "page" + luck.nextInt(BenchRules.PAGES);
    return new DecisionRequest(
        people.get(luck.nextInt(PEOPLE)).person(),
        List.of(new PlacementRequest(page + ".side", null)),
        new VisitContext(Map.of("page", page)),
        false,
        false);
  }

  private Known person(int number) {
    Map<String, ProfileValue> profile = new HashMap<>();
    for (int i = 0; i < BenchRules.FIELDS; i++) {
      Object value = i % 2 == 0 ? "v" + luck.nextInt(4) : (Object) (double) luck.nextInt(100);
      profile.put("a" + i, new ProfileValue(value, Provenance.of(Source.IMPORTED, START)));
    }
    Map<String, Counter> counters = new HashMap<>();
    for (int i = 0; i < BenchRules.EVENTS; i++) {
      String event = "thing" + i + ".done";
      Counter counter = Counter.once(event, ago());
      for (int more = luck.nextInt(3); more > 0; more--)
        counter = counter.plus(Counter.once(event, ago()));
      counters.put(event, counter);
    }
    Map<String, Encounters> encounters = new HashMap<>();
    for (int i = 0; i < BenchRules.SEEN; i++) {
      Encounters none = Encounters.none("seen-" + i);
      encounters.put(
          "seen-" + i,
          new Encounters(none.action(), List.of(ago()), 1, 0, 0, 0, null, null, null, false));
    }
    return new Known(
        PersonId.user(BenchPeople.id(number)),
        ZoneOffset.UTC,
        new Consent(Map.of(Purpose.PERSONALISATION, true)),
        profile,
        counters,
        Map.of(),
        encounters,
        Attention.UNTOUCHED);
  }

  private Instant ago() {
    return START.minus(Duration.ofHours(1 + luck.nextInt(24 * 14)));
  }
}
