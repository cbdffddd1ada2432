package dev.attune.engine.explain;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placement;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Comparison;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Score;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.explain.Won.Beaten;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.rule.evaluate.Match;
import dev.attune.engine.rule.evaluate.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says why, by running a recorded decision again: nothing here was written down beside the
 * decision. Takes some hundred microseconds; used by one thread.
 */
public final class Explainer {
  private final DecisionRecord made;
  private final Release release;
  private final WrittenRules rules;
  private final Rerun rerun;
  private final Facts facts;

  /**
   * @param release the one the decision was made on, or another to see how it would differ
   */
  public Explainer(DecisionRecord made, Release release) {
    this(made, release, WrittenRules.of(release.content()));
  }

  /**
   * @param rules those of the release
   */
  public Explainer(DecisionRecord made, Release release, WrittenRules rules) {
    this.made = made;
    this.release = release;
    this.rules = rules;
    this.rerun = Rerun.of(made, new ReleaseRules(release));
    this.facts = Snapshot.of(made.known(), release.content().vocabulary(), made.at());
  }

  /** All actions of all placements that were asked for. */
  public Explanation explain() {
    List<Won> won = new ArrayList<>();
    List<Lost> lost = new ArrayList<>();
    for (Filled filled : rerun.arbitration().filled()) {
      for (Ranked chosen : filled.chosen()) won.add(won(chosen, filled));
      for (ActionCard card : release.content().cards().values()) {
        if (fits(card, filled.slot().placement())) addLost(card, filled, lost);
      }
    }
    return new Explanation(made.id(), release.id(), won, lost, agrees(rerun, made));
  }

  /** The verdicts about one action; finding where rules stopped is done for this one alone. */
  public Explanation explain(String action) {
    List<Won> won = new ArrayList<>();
    List<Lost> lost = new ArrayList<>();
    ActionCard card = release.content().cards().get(action);
    for (Filled filled : rerun.arbitration().filled()) {
      for (Ranked chosen : filled.chosen()) {
        if (chosen.action().equals(action)) won.add(won(chosen, filled));
      }
      if (card != null && fits(card, filled.slot().placement())) addLost(card, filled, lost);
    }
    return new Explanation(made.id(), release.id(), won, lost, agrees(rerun, made));
  }

  /**
   * The primary reason an action was chosen for no placement; null when it was, or cannot be.
   *
   * @param key its {@link ActionKey}
   */
  public @Nullable ReasonCode reasonOf(String key) {
    Explanation about = explainKey(key);
    return about.won().isEmpty() && !about.lost().isEmpty() ? about.lost().get(0).reason() : null;
  }

  /** The verdicts about what one {@link ActionKey} names. */
  public Explanation explainKey(String key) {
    Explanation about = explain(ActionKey.action(key));
    String item = ActionKey.item(key);
    return item == null ? about : about.about(item);
  }

  /** Whether a rerun chose and suppressed exactly what the record says. */
  public static boolean agrees(Rerun rerun, DecisionRecord made) {
    return Verdicts.of(rerun.arbitration()).equals(Verdicts.of(made));
  }

  private static boolean fits(ActionCard card, Placement placement) {
    return card.placements().contains(placement.id()) && placement.kinds().contains(card.kind());
  }

  /** Of an action that stands for each item, some may be chosen and others not. */
  private void addLost(ActionCard card, Filled filled, List<Lost> lost) {
    String placement = filled.slot().placement().id();
    int before = lost.size();
    for (Suppression one : rerun.arbitration().suppressed()) {
      Obstacle obstacle = one.obstacle();
      if (obstacle != null && one.action().equals(card.id()) && one.placement().equals(placement))
        lost.add(new Lost(placement, card.id(), one.item(), one.reason(), obstacle, List.of()));
    }
    if (lost.size() == before && !isChosen(card, filled)) lost.add(unproposed(card, placement));
  }

  private static boolean isChosen(ActionCard card, Filled filled) {
    return filled.chosen().stream().anyMatch(one -> one.action().equals(card.id()));
  }

  private Won won(Ranked chosen, Filled filled) {
    return new Won(
        filled.slot().placement().id(),
        chosen.action(),
        chosen.contender().item(),
        filled.chosen().indexOf(chosen) + 1,
        chosen.contender().candidate().rule(),
        chosen.contender().candidate().because(),
        facts(chosen),
        chosen.parts(),
        chosen.score(),
        chosen.drawn(),
        beaten(chosen, filled));
  }

  private List<UsedFact> facts(Ranked chosen) {
    UsedFacts used = new UsedFacts(made.known(), made.at(), release.content().vocabulary());
    Set<String> placement = Set.of(chosen.contender().slot().placement().id());
    for (Match match : release.matches(facts, made.visit(), placement)) {
      if (match.rule().equals(chosen.contender().candidate().rule())) return used.of(match);
    }
    return List.of();
  }

  private List<Beaten> beaten(Ranked chosen, Filled filled) {
    List<Beaten> beaten = new ArrayList<>();
    for (Suppression other : rerun.arbitration().suppressed()) {
      boolean here = other.placement().equals(filled.slot().placement().id());
      boolean outranked =
          other.reason() == ReasonCode.OUTRANKED || other.reason() == ReasonCode.SLOT_TAKEN;
      if (here && outranked)
        beaten.add(new Beaten(other.action(), other.item(), by(chosen, other, filled)));
    }
    return beaten;
  }

  /**
   * What was left out for another reason than its rank may rank higher; then that reason counts.
   */
  private String by(Ranked chosen, Suppression other, Filled filled) {
    return ranked(other, filled)
        .filter(loser -> chosen.drawn() != null || Ranked.ORDER.compare(chosen, loser) < 0)
        .map(loser -> Comparison.of(chosen, loser))
        .orElse(other.obstacle() == null ? "" : other.obstacle().words());
  }

  /** Empty for what is pinned and no rule proposes. */
  private Optional<Ranked> ranked(Suppression other, Filled filled) {
    return rerun.contest().candidates().stream()
        .map(one -> new Contender(one, filled.slot()))
        .filter(one -> one.key().equals(other.key()))
        .map(one -> Score.of(one, rerun.contest()))
        .min(Ranked.ORDER);
  }

  private Lost unproposed(ActionCard card, String placement) {
    if (rerun.limitHit()) return broken(card, placement, ReasonCode.LIMIT_HIT, "rules overran");
    if (made.stateReason() == StateReason.ERROR || made.stateReason() == StateReason.LIMIT_HIT)
      return broken(card, placement, undecided(), made.stateReason().wire());
    List<Miss> misses = new Misses(release, rules, facts, made.visit()).of(card.id());
    Obstacle obstacle =
        misses.isEmpty()
            ? new Obstacle("no rule proposes it", card.declaredAt(), card.id(), null, "a rule")
            : new Withheld(made.known().consent(), release.content().vocabulary())
                .obstacle(misses.get(0));
    return new Lost(placement, card.id(), null, ReasonCode.NOT_ELIGIBLE, obstacle, misses);
  }

  private static Lost broken(ActionCard card, String placement, ReasonCode reason, String words) {
    Obstacle obstacle = new Obstacle(words, card.declaredAt(), "", null, "");
    return new Lost(placement, card.id(), null, reason, obstacle, List.of());
  }

  /** About an action that can stand in none of the placements the app asked for. */
  public Lost notAskedFor(ActionCard card) {
    List<String> asked = made.asked().stream().map(PlacementRequest::id).toList();
    String placements = String.join(", ", card.placements());
    Obstacle obstacle =
        new Obstacle(
            "it stands in " + placements + ", and the app asked for " + String.join(", ", asked),
            card.placeOf("placements"),
            "placements: [" + placements + "]",
            asked,
            "one of " + placements);
    return new Lost(
        card.placements().get(0), card.id(), null, ReasonCode.NOT_ELIGIBLE, obstacle, List.of());
  }

  private ReasonCode undecided() {
    return made.stateReason() == StateReason.LIMIT_HIT ? ReasonCode.LIMIT_HIT : ReasonCode.ERROR;
  }
}
