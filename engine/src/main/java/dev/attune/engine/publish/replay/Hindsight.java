package dev.attune.engine.publish.replay;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.Cap;
import dev.attune.engine.action.Kind;
import dev.attune.engine.arbitration.Evidence;
import dev.attune.engine.attention.Bound;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.Rules;
import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Known;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision as another release has to meet it. What the ledger refused a moment after the
 * facts were read stands in the record by action; the draft may choose other actions, so a refusal
 * is told as what it says about the person: the budget's places that others had taken, the cap that
 * was reached, or that nothing could be reserved at all.
 */
final class Hindsight {
  private static final String UNAVAILABLE = "unavailable";
  private static final String OTHER_DECISION = "another decision";

  private final DecisionRecord made;
  private final Rules before;
  private final Rules after;

  private Hindsight(DecisionRecord made, Rules before, Rules after) {
    this.made = made;
    this.before = before;
    this.after = after;
  }

  /**
   * The record for the other release.
   *
   * @param before the release it was made on; null when it is gone: budgets and caps are then taken
   *     to be what they are now
   * @param lately outcome counts of actions the record has none for
   */
  static DecisionRecord of(
      DecisionRecord made, @Nullable Rules before, Rules after, Map<String, Evidence> lately) {
    boolean overran = made.stateReason() == StateReason.LIMIT_HIT;
    if (made.refused().isEmpty() && !ledgerWasAway(made) && !overran && lately.isEmpty())
      return made;
    Hindsight hindsight = new Hindsight(made, before == null ? after : before, after);
    Map<String, Evidence> evidence = new HashMap<>(lately);
    evidence.putAll(made.evidence());
    return new DecisionRecord(
        made.id(),
        made.release(),
        made.at(),
        overran ? State.FRESH : made.state(),
        overran ? StateReason.NONE : made.stateReason(),
        hindsight.known(),
        made.visit(),
        made.asked(),
        made.candidates(),
        made.chosen(),
        made.suppressed(),
        evidence,
        hindsight.refused());
  }

  /** Nothing could be reserved, so that no interruption was chosen. */
  static boolean ledgerWasAway(DecisionRecord made) {
    return made.state() == State.STALE || made.stateReason() == StateReason.ATTENTION_UNAVAILABLE;
  }

  private Map<String, String> refused() {
    Map<String, String> refused = new HashMap<>();
    if (ledgerWasAway(made))
      after.cards().keySet().forEach(action -> refused.put(action, UNAVAILABLE));
    made.refused()
        .forEach(
            (key, bound) -> {
              if (isReachedCap(key, bound)) refused.put(key, bound);
            });
    return refused;
  }

  /** A cap that was reached is reached still, unless the other release raises it. */
  private boolean isReachedCap(String key, String bound) {
    ActionCard was = before.cards().get(ActionKey.action(key));
    ActionCard is = after.cards().get(ActionKey.action(key));
    if (is == null) return false;
    Cap old = was == null ? is.cap() : was.cap();
    return switch (bound) {
      case Bound.LIFETIME -> !isRaised(old.lifetime(), is.cap().lifetime());
      case Bound.CAP -> !isRaised(old.shown(), is.cap().shown()) && !isShortened(old, is.cap());
      default -> false;
    };
  }

  private static boolean isRaised(@Nullable Integer old, @Nullable Integer now) {
    return now == null || (old != null && now > old);
  }

  private static boolean isShortened(Cap old, Cap now) {
    return now.per() == null || (old.per() != null && now.per().compareTo(old.per()) < 0);
  }

  private Known known() {
    Known known = made.known();
    List<Interruption> spent = new ArrayList<>(known.attention().spent());
    for (AttentionBudget budget : before.placements().attention()) {
      if (!made.refused().containsValue(budget.id())) continue;
      int unseen = budget.atMost() - reservedNow(budget) - used(budget);
      for (int i = 0; i < unseen; i++)
        spent.add(new Interruption(OTHER_DECISION, kind(budget).verb(), made.at()));
    }
    if (spent.size() == known.attention().spent().size()) return known;
    return new Known(
        known.person(),
        known.zone(),
        known.consent(),
        known.profile(),
        known.counters(),
        known.items(),
        known.encounters(),
        new Attention(spent, known.attention().reserved()),
        known.surfaces());
  }

  private int reservedNow(AttentionBudget budget) {
    int reserved = 0;
    for (DecisionRecord.Chosen chosen : made.chosen()) {
      boolean here = made.id().equals(chosen.reservation());
      if (here && chosen.interrupts() && budget.kinds().contains(chosen.kind())) reserved++;
    }
    return reserved;
  }

  private int used(AttentionBudget budget) {
    Instant start = budget.window().start(made.at(), made.known().zone());
    int used = 0;
    for (Interruption one : made.known().attention().spent()) {
      if (counts(budget, one.kind()) && !one.at().isBefore(start)) used++;
    }
    for (Attention.Reservation held : made.known().attention().reserved()) {
      if (held.interrupts() && held.isLive(made.at()) && counts(budget, held.kind())) used++;
    }
    return used;
  }

  private static boolean counts(AttentionBudget budget, String verb) {
    return budget.kinds().stream().anyMatch(kind -> kind.verb().equals(verb));
  }

  /** Which kind took the place is not recorded: the one that weighs on the fewest budgets. */
  private Kind kind(AttentionBudget budget) {
    return budget.kinds().stream().min(Comparator.comparing(this::budgets)).orElse(Kind.NUDGE);
  }

  private int budgets(Kind kind) {
    int budgets = 0;
    for (AttentionBudget one : before.placements().attention()) {
      if (one.kinds().contains(kind)) budgets++;
    }
    return budgets * Kind.values().length + kind.ordinal();
  }
}
