package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import java.util.Set;

/** When the app says what it has, nothing else is in the decision. */
public final class Available implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.NOT_PUBLISHED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    Set<String> available = contender.slot().available();
    return available != null && !available.contains(contender.action());
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    return new Obstacle(
        "the app did not list it as available",
        contender.slot().placement().declaredAt(),
        "available",
        "not listed",
        "listed by the app");
  }
}
