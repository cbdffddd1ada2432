package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;

/** An action whose card says {@code published: false} is in no decision. */
public final class Published implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.NOT_PUBLISHED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return !contender.card().published();
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    return new Obstacle(
        "its card says published: false",
        contender.card().placeOf("published"),
        "published: false",
        false,
        "published: true");
  }
}
