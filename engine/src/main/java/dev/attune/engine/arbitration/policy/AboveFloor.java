package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import java.util.Locale;

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
        String.format(Locale.ROOT, "score %.4g is under the placement's floor %.4g", score, floor),
        contender.slot().placement().declaredAt(),
        "floor: " + floor,
        score,
        floor + " or more");
  }
}
