package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Figures;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;

/** A placement with a floor would rather stay empty than show what scores less. */
public final class AboveFloor implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.OUTRANKED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    double floor = contender.slot().placement().ranking().floor();
    return floor > 0 && !contender.isMandatory() && round.score(contender).score() < floor;
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    double score = round.score(contender).score();
    double floor = contender.slot().placement().ranking().floor();
    return new Obstacle(
        "score " + Figures.four(score) + " is under the placement's floor " + Figures.four(floor),
        contender.slot().placement().declaredAt(),
        "floor: " + floor,
        score,
        floor + " or more");
  }
}
