package dev.attune.engine.scenario;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placement;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.attention.ReactionType;
import dev.attune.engine.decision.Choice;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionIds;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecorder;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.decision.ExposureIntake;
import dev.attune.engine.decision.FactSource;
import dev.attune.engine.decision.InMemoryDecisionRecords;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.PlacementResult;
import dev.attune.engine.decision.Reception;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rules;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Change;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.Provenance;
import dev.attune.engine.fact.Source;
import dev.attune.engine.fact.Surfaces.Arrangement;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.fact.Write;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** People who do random things for weeks, are decided for, and react at random. From a seed. */
public final class RandomLives {
  /** An override does to a person what a dismissal does. */
  private static final List<ReactionType> REACTIONS =
      List.of(
          ReactionType.ACCEPTED, ReactionType.DISMISSED, ReactionType.SNOOZED, ReactionType.LESS);

  private static final List<String> ZONES = List.of("UTC", "Asia/Tokyo", "America/New_York");

  private final Release release;
  private final Random random;
  private final ConcurrentMap<PersonId, Known> people = new ConcurrentHashMap<>();
  private final InMemoryFactStore facts = new InMemoryFactStore(people, ConsentDefault.NOTHING);
  private final AttentionLedger ledger = new InMemoryAttentionLedger(people);
  private final InMemoryDecisionRecords records = new InMemoryDecisionRecords();
  private final DecisionService service;
  private final ExposureIntake exposures;
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private int writes;

  public RandomLives(Release release, long seed) {
    this(release, seed, Trouble.NONE);
  }

  /** What may go wrong while people live: stores that fail, rules that overrun. */
  public interface Trouble {
    Trouble NONE = new Trouble() {};

    default FactSource reading(FactSource facts) {
      return facts;
    }

    default AttentionLedger reserving(AttentionLedger ledger) {
      return ledger;
    }

    default Rules proposing(Rules rules) {
      return rules;
    }
  }

  public RandomLives(Release release, long seed, Trouble trouble) {
    this.release = release;
    this.random = new Random(seed);
    Rules rules = trouble.proposing(new ReleaseRules(release));
    Outcomes outcomes = new Counted();
    DecisionRecorder recorder = new DecisionRecorder(records, 1, 1);
    service =
        new DecisionService(
            () -> rules,
            trouble.reading(facts::load),
            trouble.reserving(ledger),
            outcomes,
            recorder,
            new DecisionIds(random::nextLong),
            Runnable::run,
            () -> now);
    exposures =
        new ExposureIntake(
            recorder, records, ledger, outcomes, Reception.UNHEARD, () -> rules, () -> now);
  }

  /** Hands over the record of every decision. */
  public void live(int persons, int decisionsEach, Consumer<DecisionRecord> each) {
    for (int p = 0; p < persons; p++) {
      PersonId person = PersonId.user("person-" + p);
      write(person, beginning());
      for (int d = 0; d < decisionsEach; d++) {
        now = now.plus(Duration.ofMinutes(random.nextInt(2_000)));
        write(person, happenings());
        Decision decision = service.decide(request(person)).toCompletableFuture().join();
        each.accept(records.load(decision.id()).toCompletableFuture().join().orElseThrow());
        for (PlacementResult result : decision.placements())
          result.choices().forEach(choice -> maybeReact(decision, choice));
      }
    }
  }

  private void write(PersonId person, List<Change> changes) {
    facts.write(person, new Write("write-" + writes++, now, changes));
  }

  private List<Change> beginning() {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Zoned(ZoneId.of(any(ZONES)), now));
    for (Purpose purpose : Purpose.values())
      changes.add(new Change.Consented(purpose, random.nextInt(10) > 0, now, "test", ""));
    for (Field field : release.content().vocabulary().profile().values()) {
      if (random.nextInt(3) > 0)
        changes.add(
            new Change.Learnt(field.name(), value(field), Provenance.of(Source.DECLARED, now)));
    }
    for (Placement placement : release.content().placements().byId().values()) {
      if (random.nextInt(3) == 0) changes.add(arranged(placement));
    }
    return changes;
  }

  private Change arranged(Placement placement) {
    List<String> fitting = fitting(placement.id());
    Arrangement arrangement = new Arrangement(List.of(any(fitting)), Set.of(any(fitting)), now);
    return new Change.Arranged(placement.id(), arrangement);
  }

  private List<String> fitting(String placement) {
    return release.content().cards().values().stream()
        .filter(card -> card.placements().contains(placement))
        .map(ActionCard::id)
        .toList();
  }

  private @Nullable Set<String> available(String placement) {
    if (random.nextInt(4) > 0) return null;
    Set<String> available = new HashSet<>(fitting(placement));
    available.removeIf(any -> random.nextInt(3) == 0);
    return available;
  }

  private Object value(Field field) {
    return switch (field.type()) {
      case ONE_OF -> any(field.values());
      case MANY_OF -> Set.of(any(field.values()));
      case TEXT -> "text";
      case NUMBER -> (double) random.nextInt(24);
      case FLAG -> random.nextBoolean();
      case DATE -> LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(21) - 10);
    };
  }

  private List<Change> happenings() {
    List<Change> changes = new ArrayList<>();
    List<String> events = List.copyOf(release.content().vocabulary().events().keySet());
    List<String> kinds = List.copyOf(release.content().vocabulary().items().keySet());
    for (int i = random.nextInt(6); i > 0; i--)
      changes.add(new Change.Counted(any(events), ago(40 * 24)));
    String kind = any(kinds);
    String id = kind + "-" + random.nextInt(3);
    changes.add(
        random.nextInt(3) > 0
            ? new Change.Touched(kind, id, "Spring launch", ago(300))
            : new Change.Closed(kind, id, "Spring launch", ago(300)));
    return changes;
  }

  private Instant ago(int hours) {
    return now.minus(Duration.ofHours(random.nextInt(hours)));
  }

  private DecisionRequest request(PersonId person) {
    List<String> ids = List.copyOf(release.content().placements().byId().keySet());
    List<PlacementRequest> asked = new ArrayList<>();
    for (String id : ids) {
      Integer limit = random.nextBoolean() ? null : (Integer) (1 + random.nextInt(3));
      if (random.nextInt(3) == 0 || asked.isEmpty())
        asked.add(new PlacementRequest(id, limit, available(id)));
    }
    Map<String, Object> visit = new HashMap<>();
    for (Field field : release.content().vocabulary().visit().values()) {
      if (random.nextBoolean()) visit.put(field.name(), value(field));
    }
    return new DecisionRequest(person, asked, new VisitContext(visit), false, false);
  }

  private void maybeReact(Decision decision, Choice choice) {
    String item = ActionKey.item(choice.key());
    if (random.nextInt(3) > 0) exposures.exposed(decision.id(), choice.action(), item);
    if (random.nextInt(6) == 0)
      exposures.reacted(decision.id(), choice.action(), item, any(REACTIONS), null);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Counts what the lives bring about. */
  private static final class Counted implements Outcomes {
    private final Map<String, Evidence> evidence = new HashMap<>();

    @Override
    public void overridden(String action) {
      shown(action);
    }

    @Override
    public Evidence of(String action) {
      return evidence.getOrDefault(action, Evidence.NONE);
    }

    @Override
    public void shown(String action) {
      evidence.put(action, new Evidence(of(action).shown() + 1, of(action).accepted()));
    }

    @Override
    public void accepted(String action) {
      evidence.put(action, new Evidence(of(action).shown(), of(action).accepted() + 1));
    }
  }
}
