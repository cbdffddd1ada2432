package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.QuietHours;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.text.Place;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Nothing goes out over a channel in the person's quiet hours. */
public final class Quiet implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.QUIET_HOURS;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    QuietHours hours = round.contest().placements().quietHours();
    return hours != null
        && contender.slot().placement().channel()
        && !contender.isMandatory()
        && hours.contains(round.now(), round.zone());
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    QuietHours hours = round.contest().placements().quietHours();
    LocalTime time = LocalTime.ofInstant(round.now(), round.zone()).truncatedTo(ChronoUnit.MINUTES);
    return new Obstacle(
        "it is " + time + (hours == null ? "" : ", quiet until " + hours.until()),
        Place.of(contender.slot().placement().declaredAt().file()),
        hours == null ? "" : "quiet-hours: from: " + hours.from() + ", until: " + hours.until(),
        time,
        hours == null ? "" : "from " + hours.until() + " to " + hours.from());
  }
}
