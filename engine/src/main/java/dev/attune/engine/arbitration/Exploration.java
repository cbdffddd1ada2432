package dev.attune.engine.arbitration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives some of a placement's places to a lot among what would be left out, every one of them with
 * the same probability, so that what nobody is shown can still prove itself. The lot is drawn once
 * a day in the person's zone; it depends on nothing but the contest, so that a record comes to the
 * same draw.
 */
final class Exploration {
  private Exploration() {}

  /** The order in which to ask for places, what was drawn after what the ranking keeps. */
  static List<Ranked> drawn(List<Ranked> ranked, Slot slot, Round round) {
    int places = slot.placement().ranking().exploration();
    if (places == 0) return ranked;
    List<Ranked> order = round.wouldSeat(ranked);
    int free = (int) order.stream().filter(one -> !one.isUnranked()).count();
    int toDraw = Math.max(0, Math.min(places, free - 1));
    order.subList(order.size() - toDraw, order.size()).clear();
    Round trial = round.trial();
    Arbiter.seat(order, trial);
    if (lots(ranked, order, trial).size() <= toDraw) return ranked; // nobody would be left out
    for (int i = 0; i < toDraw; i++) {
      List<Ranked> lots = lots(ranked, order, trial);
      if (lots.isEmpty()) break;
      Ranked drawn = draw(lots, round).drawn(1.0 / lots.size());
      order.add(drawn);
      trial.choose(drawn);
    }
    return Order.followedBy(ranked, order);
  }

  private static List<Ranked> lots(List<Ranked> ranked, List<Ranked> taken, Round trial) {
    List<Ranked> lots = new ArrayList<>();
    for (Ranked one : ranked) {
      if (!Order.holds(taken, one.key())
          && Policies.refusingInRankOrder(one.contender(), trial) == null) lots.add(one);
    }
    return lots;
  }

  /** The highest number wins, so that the lot changes as little as can be when others come. */
  private static Ranked draw(List<Ranked> lots, Round round) {
    LocalDate today = LocalDate.ofInstant(round.now(), round.zone());
    Ranked drawn = lots.get(0);
    double highest = -1;
    for (Ranked one : lots) {
      String ticket = one.contender().slot().placement().id() + ' ' + today + ' ' + one.key();
      double number = Lot.of(ticket, round.contest().known().person());
      if (number > highest) drawn = one;
      highest = Math.max(highest, number);
    }
    return drawn;
  }
}
