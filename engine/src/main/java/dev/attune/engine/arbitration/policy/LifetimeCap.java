package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.attention.Bound;
import dev.attune.engine.fact.Encounters;

/** Never shown more often than its card's lifetime cap. */
public final class LifetimeCap implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.CAPPED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    Integer lifetime = contender.card().cap().lifetime();
    if (lifetime == null) return false;
    Encounters met = round.encounters(contender);
    return (met != null && met.shownTotal() >= lifetime)
        || lifetime == 0
        || Bound.LIFETIME.equals(round.refusedBy(contender));
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Encounters met = round.encounters(contender);
    int shown = met == null ? 0 : met.shownTotal();
    Integer lifetime = contender.card().cap().lifetime();
    return new Obstacle(
        "shown " + shown + " times in all, at most " + lifetime,
        contender.card().placeOf("cap"),
        "lifetime: " + lifetime,
        shown,
        "fewer than " + lifetime);
  }
}
