package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.Holdout;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Lot;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.text.Place;

/** A held-out person is kept out of everything that is not mandatory. */
public final class HeldOut implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.HOLDOUT;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    Holdout holdout = round.contest().placements().holdout();
    return holdout.share() > 0
        && !contender.isMandatory()
        && Lot.of(holdout.salt(), round.contest().known().person()) < holdout.share();
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Holdout holdout = round.contest().placements().holdout();
    String file = contender.slot().placement().declaredAt().file();
    return new Obstacle(
        "is one of the " + holdout.share() * 100 + " % held out of everything",
        Place.of(file),
        "holdout: share: " + holdout.share(),
        "held out",
        "not held out");
  }
}
