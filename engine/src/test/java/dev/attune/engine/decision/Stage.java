package dev.attune.engine.decision;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.Holdout;
import dev.attune.engine.action.Kind;
import dev.attune.engine.action.Placement;
import dev.attune.engine.action.Placements;
import dev.attune.engine.action.Ranking;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.arbitration.ACard;
import dev.attune.engine.arbitration.Outcomes;
import dev.attune.engine.attention.AttentionLedger;
import dev.attune.engine.attention.InMemoryAttentionLedger;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.evaluate.Evaluation;
import dev.attune.engine.text.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The decision service with rules that propose the same for everyone, and stores that may fail. */
final class Stage implements Rules, FactSource {
  final ConcurrentMap<PersonId, Known> people = new ConcurrentHashMap<>();
  final InMemoryDecisionRecords records = new InMemoryDecisionRecords();
  final AttentionLedger ledger = new InMemoryAttentionLedger(people);
  final DecisionRecorder recorder = new DecisionRecorder(records, 8, 100);
  final DecisionService service;
  final ExposureIntake intake;

  Instant now = Instant.parse("2026-03-02T10:00:00Z");
  boolean storeIsDown;
  int reads;

  /** What the store recalls without being read. */
  final Map<PersonId, Known> recalled = new HashMap<>();

  boolean limitHit;
  boolean rulesAreBroken;

  /** What every action is proposed about, once for each; none: about nothing. */
  final List<Item> items = new ArrayList<>();

  private final Map<String, ActionCard> cards = new LinkedHashMap<>();
  private final List<AttentionBudget> budgets = new ArrayList<>();

  Stage() {
    service = service(ledger);
    intake =
        new ExposureIntake(
            recorder, records, ledger, Outcomes.NONE, Reception.UNHEARD, () -> this, () -> now);
  }

  DecisionService service(AttentionLedger chosen) {
    return new DecisionService(
        () -> this,
        this,
        chosen,
        Outcomes.NONE,
        recorder,
        DecisionIds.random(),
        Runnable::run,
        () -> now);
  }

  Stage proposes(ACard card) {
    cards.put(card.build().id(), card.build());
    return this;
  }

  Stage budget(AttentionBudget budget) {
    budgets.add(budget);
    return this;
  }

  Decision decide(String person, String... placements) {
    return decide(service, person, placements);
  }

  Decision decide(DecisionService by, String person, String... placements) {
    return by.decide(request(person, false, placements)).toCompletableFuture().join();
  }

  static DecisionRequest request(String person, boolean dryRun, String... placements) {
    List<PlacementRequest> asked =
        List.of(placements).stream().map(id -> new PlacementRequest(id, null)).toList();
    return new DecisionRequest(PersonId.user(person), asked, VisitContext.EMPTY, false, dryRun);
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  static List<String> actions(Decision decision) {
    return decision.placements().stream()
        .flatMap(result -> result.choices().stream())
        .map(Choice::action)
        .toList();
  }

  @Override
  public Known recall(PersonId person) {
    return recalled.get(person);
  }

  @Override
  public CompletionStage<Known> load(PersonId person) {
    reads++;
    return storeIsDown
        ? CompletableFuture.failedFuture(new IllegalStateException("store is down"))
        : CompletableFuture.completedFuture(people.getOrDefault(person, Known.nothing(person)));
  }

  @Override
  public String release() {
    return "7";
  }

  @Override
  public Placements placements() {
    Map<String, Placement> byId = new LinkedHashMap<>();
    for (String id : List.of("editor.sidebar", "home.banner")) byId.put(id, placement(id, 1, true));
    byId.put("home.grid", placement("home.grid", 3, false));
    return new Placements(byId, budgets, null, Holdout.NOBODY);
  }

  private static Placement placement(String id, int size, boolean interrupts) {
    return new Placement(
        id,
        size,
        EnumSet.allOf(Kind.class),
        interrupts,
        false,
        Ranking.BY_SCORE,
        List.of(Map.of("title", "default of " + id)),
        null,
        Place.of("placements.yaml"));
  }

  @Override
  public Map<String, ActionCard> cards() {
    return cards;
  }

  @Override
  public Evaluation propose(Known known, Instant at, VisitContext visit, Set<String> placements) {
    if (rulesAreBroken) throw new IllegalStateException("a bug in the rules' evaluation");
    List<Candidate> candidates = new ArrayList<>();
    for (ActionCard card : cards.values()) {
      RuleRef rule = new RuleRef(card.useCase(), "show " + card.id(), "", Place.of("rules.drl"));
      if (items.isEmpty()) candidates.add(new Candidate(card, rule, "because", 1, Map.of(), null));
      for (Item item : items)
        candidates.add(new Candidate(card, rule, "because", 1, Map.of(), item));
    }
    return new Evaluation(candidates, Set.of(), limitHit, List.of());
  }

  @Override
  public Evaluation explain(Known known, Instant at, VisitContext visit, Set<String> placements) {
    return propose(known, at, visit, placements);
  }

  @Override
  public Known usable(Known known) {
    return known;
  }

  @Override
  public boolean mayBlock() {
    return false;
  }
}
