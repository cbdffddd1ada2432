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
    Ranked weakest = weakest(contender, round);
    Ranked own = round.score(contender);
    String limit = String.valueOf(Room.forRanked(contender.slot(), round));
    return new Obstacle(
        "outranked by " + weakest.action() + ": " + Comparison.of(weakest, own),
        contender.card().placeOf("priority"),
        "the best " + limit + " stand in " + contender.slot().placement().id(),
        own.score(),
        own.card().actionClass() == weakest.card().actionClass()
            ? "more than " + weakest.score()
            : "class " + weakest.card().actionClass().wire());
  }

  /** The one that ranks last among those who hold the slot's places. */
  private static Ranked weakest(Contender contender, Round round) {
    return round.chosen().stream()
        .filter(one -> one.contender().slot() == contender.slot())
        .filter(one -> !one.contender().isMandatory())
        .max(Ranked.ORDER)
        .orElse(round.chosen().get(round.chosen().size() - 1));
  }
}
