package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.Cap;
import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.attention.Bound;
import dev.attune.engine.fact.Encounters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Not shown more often than its card allows within a rolling time. */
public final class WindowCap implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.CAPPED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    Cap cap = contender.card().cap();
    if (cap.shown() == null || cap.per() == null) return false;
    return shown(contender, round) >= cap.shown() || Bound.CAP.equals(round.refusedBy(contender));
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Cap cap = contender.card().cap();
    String per = Words.of(cap.per() == null ? Duration.ZERO : cap.per());
    int shown = shown(contender, round);
    return new Obstacle(
        "shown " + shown + " times within " + per + ", at most " + cap.shown(),
        contender.card().placeOf("cap"),
        "shown: " + cap.shown() + ", per: " + per,
        shown,
        "fewer than " + cap.shown());
  }

  private static int shown(Contender contender, Round round) {
    Encounters met = round.encounters(contender);
    Duration per = contender.card().cap().per();
    if (met == null || per == null) return 0;
    Instant after = round.now().minus(per);
    List<Instant> times = met.shown();
    int count = 0;
    while (count < times.size() && times.get(times.size() - 1 - count).isAfter(after)) count++;
    return count;
  }
}
