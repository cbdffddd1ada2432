package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import java.time.Instant;

/** The person hid the action in this placement; only a mandatory one is shown all the same. */
public final class Hidden implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.DISMISSED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return contender.slot().arrangement().hidden().contains(contender.action())
        && !contender.isMandatory();
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Instant at = contender.slot().arrangement().at();
    return new Obstacle(
        "hidden here by the person " + round.words(at),
        contender.slot().placement().declaredAt(),
        "hidden",
        at,
        "not hidden");
  }
}
