package dev.attune.engine.rule.evaluate;

import static dev.attune.engine.rule.evaluate.SessionLane.LATE;
import static dev.attune.engine.rule.evaluate.SessionLane.SOON;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.DrlFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;

/**
 * The two ways to evaluate rules. A use case whose every rule can be walked is walked; any other
 * takes a session. Immutable but for caches; thread-safe.
 */
final class Lanes {
  private static final int SELECTIONS = 512;

  private final TypedFacts types;
  private final Keys keys = new Keys();
  private final List<WalkedRule> allWalked = new ArrayList<>();
  private final List<WalkedRule> proposing = new ArrayList<>();
  private final List<SessionLane> sessions = new ArrayList<>();
  private final List<SessionLane> everySession = new ArrayList<>();
  private final Map<Set<String>, Selection> selections = new ConcurrentHashMap<>();
  private @Nullable SessionLane segmentSession;
  private @Nullable SessionLane everySegmentSession;
  private SegmentRules segmentRules = SegmentRules.NONE;
  private int slots;
  private int order;

  Lanes(Content content, TypedFacts types, List<CompiledUseCase> useCases) {
    this.types = types;
    for (CompiledUseCase each : useCases) add(each, content.cards());
  }

  private void add(CompiledUseCase compiled, Map<String, ActionCard> cards) {
    Map<String, RuleOffers> offers = new HashMap<>();
    List<WalkedRule> walked = new ArrayList<>();
    boolean walkable = true;
    for (DrlFile file : compiled.useCase().files()) {
      for (CheckedRule rule : file.rules()) {
        offers.put(rule.ref().name(), new RuleOffers(order, rule.ref(), cards));
        Optional<WalkedRule> read = read(compiled, rule, cards);
        read.ifPresent(walked::add);
        walkable &= read.isPresent();
        order++;
      }
    }
    allWalked.addAll(walked);
    SessionLane session = new SessionLane(compiled.base(), offers);
    if (compiled.useCase().isShared()) addSegments(walked, walkable, session);
    else if (walkable) proposing.addAll(walked);
    else sessions.add(session);
    if (!compiled.useCase().isShared()) everySession.add(session);
  }

  private void addSegments(List<WalkedRule> walked, boolean walkable, SessionLane session) {
    everySegmentSession = session;
    Optional<SegmentRules> inOrder = walkable ? SegmentRules.of(walked) : Optional.empty();
    inOrder.ifPresentOrElse(rules -> segmentRules = rules, () -> segmentSession = session);
  }

  private Optional<WalkedRule> read(
      CompiledUseCase compiled, CheckedRule rule, Map<String, ActionCard> cards) {
    Rule built = compiled.base().getRule(compiled.useCase().name(), rule.ref().name());
    if (built == null) return Optional.empty();
    return CompiledRules.patterns(built)
        .flatMap(
            patterns -> {
              slots = Math.max(slots, patterns.size());
              return RuleReader.read(rule.conditions(), patterns, keys);
            })
        .map(alternatives -> WalkedRule.of(order, rule, alternatives, cards));
  }

  /** The way that is taken: walked where possible. */
  Evaluation evaluate(
      Facts facts, VisitContext visit, Set<String> placementIds, boolean explained) {
    Row row = row(facts, visit);
    if (!derive(row, segmentSession, SOON)) return Evaluation.LIMIT_HIT;
    Matches matches = explained ? new Matches() : null;
    Proposals proposals = new Proposals(matches);
    selection(placementIds).propose(row, proposals);
    for (SessionLane session : sessions) {
      if (session.run(row.facts, placementIds, proposals, SOON) == null)
        return Evaluation.LIMIT_HIT;
    }
    return result(row, proposals, matches);
  }

  /** The same answer by sessions alone; slower, and the measure of the other. */
  Evaluation evaluateInSessions(Facts facts, VisitContext visit, Set<String> placementIds) {
    Row row = row(facts, visit);
    if (!derive(row, everySegmentSession, LATE)) return Evaluation.LIMIT_HIT;
    Proposals proposals = new Proposals();
    for (SessionLane session : everySession) {
      if (session.run(row.facts, placementIds, proposals, LATE) == null)
        return Evaluation.LIMIT_HIT;
    }
    return result(row, proposals, null);
  }

  /** What a session matched is not told. */
  private static Evaluation result(Row row, Proposals proposals, @Nullable Matches matches) {
    if (row.isExhausted() || proposals.isFull()) return Evaluation.LIMIT_HIT;
    List<Candidate> candidates = proposals.sorted();
    List<Match> matched = matches == null ? List.of() : matches.behind(candidates);
    return new Evaluation(candidates, row.facts.segments(), false, matched);
  }

  private boolean derive(Row row, @Nullable SessionLane session, Duration deadline) {
    if (session == null) return segmentRules.derive(row);
    Set<String> derived = session.run(row.facts, Set.of(), new Proposals(), deadline);
    if (derived == null) return false;
    derived.forEach(row.facts::derive);
    return true;
  }

  /** The facts with all segments derived, for explaining. */
  Row explained(Facts facts, VisitContext visit) {
    Row row = row(facts, visit);
    derive(row, segmentSession, SOON);
    return row;
  }

  /** The walked rule that takes the most steps. */
  Optional<WalkedRule> slowestRule(Facts facts, VisitContext visit) {
    return allWalked.stream()
        .min(
            Comparator.comparingInt(
                rule -> {
                  Row row = row(facts, visit);
                  rule.walk(row, way -> false);
                  return row.stepsLeft();
                }));
  }

  private Row row(Facts facts, VisitContext visit) {
    DaySheet day = facts.daily().seen(this, () -> new DaySheet(keys, types, facts));
    return new Row(new FactSheet(keys, types, day, facts, visit), slots, Row.STEPS);
  }

  Selection selection(Set<String> placementIds) {
    Selection known = selections.get(placementIds);
    if (known != null) return known;
    Selection made =
        new Selection(proposing, placementIds, segmentSession == null && segmentRules.isLasting());
    if (selections.size() < SELECTIONS) selections.put(Set.copyOf(placementIds), made);
    return made;
  }

  /** Every rule that can be walked, whichever way its use case takes. */
  List<WalkedRule> walked() {
    return allWalked;
  }

  /** True when some use case takes a session, which may hold the calling thread for long. */
  boolean usesSessions() {
    return segmentSession != null || !sessions.isEmpty();
  }
}
