package dev.attune.engine.arbitration;

import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.Cap;
import dev.attune.engine.arbitration.Arbitration.Filled;
import dev.attune.engine.attention.Ask;
import dev.attune.engine.attention.Bound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns choices into what the ledger is asked to promise; a choice without any bound, or pinned by
 * the person, needs none.
 */
public final class Asking {
  private Asking() {}

  public static List<Ask> asks(Arbitration arbitration, Contest contest) {
    List<Ask> asks = new ArrayList<>();
    for (Filled filled : arbitration.filled()) {
      for (Ranked chosen : filled.chosen()) {
        if (chosen.contender().isPinned()) continue;
        List<Bound> bounds = bounds(chosen.contender(), contest);
        if (!bounds.isEmpty() || chosen.contender().interrupts())
          asks.add(
              new Ask(
                  chosen.contender().key(),
                  chosen.card().kind(),
                  chosen.contender().interrupts(),
                  bounds));
      }
    }
    return asks;
  }

  private static List<Bound> bounds(Contender contender, Contest contest) {
    List<Bound> bounds = new ArrayList<>(4);
    Cap cap = contender.card().cap();
    Instant now = contest.now();
    if (cap.lifetime() != null)
      bounds.add(new Bound(Bound.LIFETIME, Set.of(), cap.lifetime(), Instant.EPOCH));
    if (cap.shown() != null && cap.per() != null)
      bounds.add(new Bound(Bound.CAP, Set.of(), cap.shown(), now.minus(cap.per()).plusMillis(1)));
    if (!contender.interrupts()) return bounds;
    for (AttentionBudget budget : contest.placements().attention()) {
      if (budget.kinds().contains(contender.card().kind()))
        bounds.add(
            new Bound(
                budget.id(),
                budget.kinds(),
                budget.atMost(),
                budget.window().start(now, contest.known().zone())));
    }
    return bounds;
  }
}
