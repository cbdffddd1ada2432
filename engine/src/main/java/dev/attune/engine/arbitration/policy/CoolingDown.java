package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.fact.Encounters;
import java.time.Instant;

/** An action rests after a showing, a dismissal, an acceptance or a snooze. */
public final class CoolingDown implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.COOLING_DOWN;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    Encounters met = round.encounters(contender);
    if (met == null || contender.isMandatory()) return false;
    Instant end = Rest.end(met, contender.card());
    return end != null && round.now().isBefore(end);
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Encounters met = round.encounters(contender);
    Instant end = met == null ? null : Rest.end(met, contender.card());
    String until = end == null ? "" : " until" + round.words(end).substring(2);
    boolean snoozed = end != null && met != null && end.equals(met.snoozedUntil());
    return new Obstacle(
        "rests" + until,
        contender.card().placeOf(snoozed ? "ladder" : "cool-down"),
        snoozed ? "ladder" : "cool-down",
        round.now(),
        "not before " + end);
  }
}
