package dev.attune.engine.explain.flip;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.Placement;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.arbitration.Arbiter;
import dev.attune.engine.arbitration.Arbitration;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.arbitration.Contest;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.fact.Facts;
import dev.attune.engine.fact.Snapshot;
import dev.attune.engine.vocabulary.Purpose;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine on changed facts, as far as the verdict on one action needs it, and keeps account
 * of what that costs. Used by one thread.
 */
final class Trial {
  /** What no fact can turn. */
  private static final Set<ReasonCode> FIXED =
      EnumSet.of(
          ReasonCode.NOT_PUBLISHED,
          ReasonCode.OUT_OF_WINDOW,
          ReasonCode.HOLDOUT,
          ReasonCode.QUIET_HOURS);

  private static final int EFFORT = 8_000;
  private static final int WHOLE_RUN = 8;

  private final DecisionRecord made;
  private final Ground ground;
  private final ActionCard card;
  private final @Nullable String item;
  private int effort;

  /**
   * @param item the one item the verdict is about; null: whatever item
   */
  Trial(DecisionRecord made, Ground ground, ActionCard card, @Nullable String item) {
    this.made = made;
    this.ground = ground;
    this.card = card;
    this.item = item;
  }

  /** Runs the rules of the action alone first: without a proposal or a pin nothing else matters. */
  Node run(List<Edit> edits, Situation situation) {
    Facts facts =
        Snapshot.of(situation.known(), ground.release.content().vocabulary(), situation.now());
    effort++;
    boolean maybe =
        ground.release.mayBlock()
            || isPinned(situation)
            || ground.release.proposes(facts, situation.visit(), card.id());
    if (!maybe) return new Node(edits, situation, facts, null, false);
    Rerun rerun = whole(situation);
    return new Node(edits, situation, facts, rerun, isChosen(rerun));
  }

  private boolean isPinned(Situation situation) {
    return situation.known().surfaces().arranged().entrySet().stream()
        .anyMatch(
            arranged ->
                arranged.getValue().pinned().contains(card.id())
                    && !isInterrupting(arranged.getKey()));
  }

  private boolean isInterrupting(String placement) {
    Placement declared = ground.rules.placements().byId().get(placement);
    return declared == null || declared.interrupts();
  }

  /** The whole decision once more, nothing left out. */
  boolean isChosen(Situation situation) {
    return isChosen(whole(situation));
  }

  private Rerun whole(Situation situation) {
    effort += WHOLE_RUN;
    return Rerun.of(made, ground.rules, situation.known(), situation.visit());
  }

  boolean isSpent() {
    return effort > EFFORT;
  }

  private boolean isChosen(Rerun rerun) {
    return isChosen(rerun.arbitration());
  }

  private boolean isChosen(Arbitration arbitration) {
    for (Filled filled : arbitration.filled()) {
      for (Ranked one : filled.chosen()) {
        if (one.action().equals(card.id()) && isMeant(one)) return true;
      }
    }
    return false;
  }

  private boolean isMeant(Ranked one) {
    String about = one.contender().item();
    return item == null || about == null || item.equals(about);
  }

  /** Whether the action would not be chosen whatever were known, even when it was proposed. */
  boolean isHopeless(Situation situation) {
    if (ground.written.proposing(card.id()).isEmpty()) return true;
    Contest contest = Rerun.of(made, ground.rules).contest();
    RuleRef rule = ground.written.proposing(card.id()).get(0).ref();
    Candidate proposed = new Candidate(card, rule, "", 1, Map.of(), null);
    Contest alone =
        new Contest(
            situation.known(),
            situation.now(),
            situation.visit(),
            List.of(proposed),
            contest.slots(),
            contest.placements(),
            contest.cards(),
            contest.evidence(),
            contest.refused(),
            false);
    Arbitration arbitration = new Arbiter().choose(alone);
    if (isChosen(arbitration)) return false;
    return arbitration.suppressed().stream()
        .filter(each -> each.action().equals(card.id()))
        .allMatch(each -> FIXED.contains(each.reason()) || isHeldForGood(each, arbitration));
  }

  /** A slot that pinned actions fill comes free only by a consent to their purpose. */
  private static boolean isHeldForGood(Suppression one, Arbitration arbitration) {
    return arbitration.filled().stream()
        .filter(filled -> filled.slot().placement().id().equals(one.placement()))
        .anyMatch(
            filled ->
                filled.chosen().size() >= filled.slot().limit()
                    && filled.chosen().stream()
                        .allMatch(pinned -> pinned.card().purpose() == Purpose.SERVICE));
  }
}
