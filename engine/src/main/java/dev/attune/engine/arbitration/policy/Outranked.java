package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Comparison;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.Ranked;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;

/** Better candidates hold the slots; a mandatory action is never outranked. */
public final class Outranked implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.OUTRANKED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return !contender.isMandatory()
        && Room.ranked(contender.slot(), round) >= Room.forRanked(contender.slot(), round);
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Ranked last = lastHere(contender, round);
    Ranked own = round.score(contender);
    String limit = String.valueOf(Room.forRanked(contender.slot(), round));
    return new Obstacle(
        "outranked by " + last.action() + ": " + Comparison.of(last, own),
        contender.card().placeOf("priority"),
        "the best " + limit + " stand in " + contender.slot().placement().id(),
        own.score(),
        own.card().actionClass() == last.card().actionClass()
            ? "more than " + last.score()
            : "class " + last.card().actionClass().wire());
  }

  /** The worst of those that hold the slot's places. */
  private static Ranked lastHere(Contender contender, Round round) {
    Ranked last = null;
    for (Ranked one : round.chosen()) {
      if (one.contender().slot() == contender.slot() && !one.contender().isMandatory()) last = one;
    }
    return last == null ? round.chosen().get(round.chosen().size() - 1) : last;
  }
}
