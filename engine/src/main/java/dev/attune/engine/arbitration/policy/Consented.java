package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.vocabulary.Purpose;

/** The person agreed to what the action is for; a mandatory action needs that too. */
public final class Consented implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.NO_CONSENT;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    return !round.contest().known().consent().allows(contender.card().purpose());
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Purpose purpose = contender.card().purpose();
    boolean asked = round.contest().known().consent().granted().containsKey(purpose);
    String answer = asked ? "refused" : "was never asked for";
    return new Obstacle(
        answer + " " + purpose.wire(),
        contender.card().placeOf("purpose"),
        "purpose: " + purpose.wire(),
        asked ? "refused" : "never asked",
        "agreed to");
  }
}
