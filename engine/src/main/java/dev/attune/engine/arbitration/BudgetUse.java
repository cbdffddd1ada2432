package dev.attune.engine.arbitration;

import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.Kind;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Attention.Reservation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of each attention budget is used, counted once when first needed. For one thread. */
public final class BudgetUse {
  private static final int NOT_COUNTED = -1;

  private final Contest contest;
  private final List<AttentionBudget> budgets;
  private final int[] used;

  BudgetUse(Contest contest) {
    this.contest = contest;
    this.budgets = contest.placements().attention();
    this.used = new int[budgets.size()];
    Arrays.fill(used, NOT_COUNTED);
  }

  /** The first budget without room for this contender; null when all have room. */
  public @Nullable AttentionBudget exhausted(Contender contender) {
    if (hasReservation(contender.key())) return null;
    Kind kind = contender.card().kind();
    for (int i = 0; i < used.length; i++) {
      AttentionBudget budget = budgets.get(i);
      if (budget.kinds().contains(kind) && used(i) >= budget.atMost()) return budget;
    }
    return null;
  }

  /** What holds the budget's places now, for an explanation. */
  public String holders(AttentionBudget budget) {
    StringBuilder text = new StringBuilder();
    Instant start = budget.window().start(contest.now(), contest.known().zone());
    for (Interruption spent : attention().spent()) {
      if (counts(budget, spent.kind()) && !spent.at().isBefore(start))
        text.append(", ")
            .append(ActionKey.action(spent.action()))
            .append(' ')
            .append(words(spent.at()));
    }
    for (Reservation held : attention().reserved()) {
      if (counts(budget, held))
        text.append(", ")
            .append(ActionKey.action(held.action()))
            .append(" promised ")
            .append(until(held.expiresAt()));
    }
    return text.length() == 0 ? "" : text.substring(2);
  }

  private String until(Instant at) {
    return "until" + words(at).substring(2);
  }

  private String words(Instant at) {
    return Moment.words(at, contest.now(), contest.known().zone());
  }

  void take(Contender contender) {
    if (hasReservation(contender.key())) return;
    for (int i = 0; i < used.length; i++) {
      if (budgets.get(i).kinds().contains(contender.card().kind())) used[i] = used(i) + 1;
    }
  }

  private boolean hasReservation(String key) {
    List<Reservation> reserved = attention().reserved();
    for (int i = 0; i < reserved.size(); i++) {
      Reservation held = reserved.get(i);
      if (held.action().equals(key) && held.isLive(contest.now())) return true;
    }
    return false;
  }

  /** How many places of the budget are taken. */
  public int used(AttentionBudget budget) {
    return used(budgets.indexOf(budget));
  }

  private int used(int i) {
    if (used[i] == NOT_COUNTED) used[i] = count(budgets.get(i));
    return used[i];
  }

  private int count(AttentionBudget budget) {
    int count = 0;
    Instant start = budget.window().start(contest.now(), contest.known().zone());
    for (Interruption spent : attention().spent()) {
      if (counts(budget, spent.kind()) && !spent.at().isBefore(start)) count++;
    }
    for (Reservation held : attention().reserved()) {
      if (counts(budget, held)) count++;
    }
    return count;
  }

  private boolean counts(AttentionBudget budget, Reservation held) {
    return held.interrupts() && held.isLive(contest.now()) && counts(budget, held.kind());
  }

  private static boolean counts(AttentionBudget budget, String verb) {
    for (Kind kind : budget.kinds()) {
      if (kind.verb().equals(verb)) return true;
    }
    return false;
  }

  private Attention attention() {
    return contest.known().attention();
  }
}
