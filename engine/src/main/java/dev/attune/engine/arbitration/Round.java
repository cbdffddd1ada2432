package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Encounters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One arbitration under way: what was asked, and what has been chosen so far. For one thread. */
public final class Round {
  private final Contest contest;
  private final BudgetUse budgets;
  private final List<Ranked> chosen = new ArrayList<>();
  private final List<Suppression> suppressed = new ArrayList<>();
  private @Nullable Set<String> lessOf;

  Round(Contest contest) {
    this.contest = contest;
    this.budgets = new BudgetUse(contest);
  }

  public Contest contest() {
    return contest;
  }

  public Instant now() {
    return contest.now();
  }

  public ZoneId zone() {
    return contest.known().zone();
  }

  /** Its encounters with this person; null when it was never shown or reacted to. */
  public @Nullable Encounters encounters(Contender contender) {
    return contest.known().encounters().get(contender.key());
  }

  /** A moment in the person's zone, in words, e.g. {@code at 09:12}. */
  public String words(Instant at) {
    return Moment.words(at, contest.now(), zone());
  }

  /** The attention budgets as used up so far, choices of this round included. */
  public BudgetUse budgets() {
    return budgets;
  }

  /** A round that goes on from here, to see what would come of it. */
  Round trial() {
    Round trial = new Round(contest.unexplained());
    for (Ranked one : chosen) trial.choose(one);
    return trial;
  }

  /** Who would be chosen if these were asked in this order, in the order of their places. */
  List<Ranked> wouldSeat(List<Ranked> ranked) {
    Round trial = trial();
    Arbiter.seat(ranked, trial);
    return new ArrayList<>(trial.chosen.subList(chosen.size(), trial.chosen.size()));
  }

  /** What has been chosen so far, over all slots, best first within each. */
  public List<Ranked> chosen() {
    return chosen;
  }

  /** The bound on which the ledger refused it a moment ago; null when it did not. */
  public @Nullable String refusedBy(Contender contender) {
    String bound = contest.refused().get(contender.key());
    return bound == null && contender.item() != null
        ? contest.refused().get(contender.action())
        : bound;
  }

  /** The contender's score, for an explanation. */
  public Ranked score(Contender contender) {
    return Score.of(contender, this);
  }

  boolean wantsLessOf(String useCase) {
    if (lessOf == null) lessOf = useCasesToLessen(contest.known().encounters());
    return lessOf.contains(useCase);
  }

  private Set<String> useCasesToLessen(Map<String, Encounters> encounters) {
    Set<String> useCases = new HashSet<>();
    for (Encounters met : encounters.values()) {
      if (!met.less()) continue;
      ActionCard card = contest.cards().get(ActionKey.action(met.action()));
      if (card != null) useCases.add(card.useCase());
    }
    return useCases;
  }

  void choose(Ranked next) {
    chosen.add(next);
    if (next.contender().interrupts()) budgets.take(next.contender());
  }

  void suppress(Contender contender, Policy refusing) {
    Obstacle obstacle = contest.explain() ? refusing.obstacle(contender, this) : null;
    suppressed.add(
        new Suppression(
            contender.action(),
            contender.item(),
            contender.slot().placement().id(),
            refusing.reason(),
            obstacle));
  }

  Arbitration result() {
    List<Filled> filled = new ArrayList<>(contest.slots().size());
    for (Slot slot : contest.slots()) {
      List<Ranked> here = new ArrayList<>();
      for (Ranked one : chosen) {
        if (one.contender().slot() == slot) here.add(one);
      }
      filled.add(new Filled(slot, here, Steadiness.layout(slot, here, contest)));
    }
    return new Arbitration(filled, suppressed);
  }
}
