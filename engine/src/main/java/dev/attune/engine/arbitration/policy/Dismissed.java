package dev.attune.engine.arbitration.policy;

import dev.attune.engine.arbitration.Contender;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.arbitration.Policy;
import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Round;
import dev.attune.engine.fact.Encounters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The person sent the action away for good: by a dismissal its card does not forget, by the last
 * snooze its ladder grants, or by asking for less like it.
 */
public final class Dismissed implements Policy {
  @Override
  public ReasonCode reason() {
    return ReasonCode.DISMISSED;
  }

  @Override
  public boolean refuses(Contender contender, Round round) {
    Encounters met = round.encounters(contender);
    if (met == null || contender.isMandatory()) return false;
    return met.less()
        || isFinal(met, contender)
        || met.snoozed() >= contender.card().ladder().snoozes();
  }

  @Override
  public Obstacle obstacle(Contender contender, Round round) {
    Encounters met = round.encounters(contender);
    if (met != null && met.less())
      return obstacle(contender, "asked for less like this", "", "less like this", "never asked");
    if (met != null && isFinal(met, contender)) {
      Instant at = met.lastDismissed();
      String when = at == null ? "" : " " + round.words(at);
      return obstacle(
          contender, "dismissed" + when + ", for good", "cool-down", at, "not dismissed");
    }
    int snoozed = met == null ? 0 : met.snoozed();
    return obstacle(
        contender,
        "snoozed " + snoozed + " times, the last its ladder grants",
        "ladder",
        snoozed,
        "snoozed fewer than " + contender.card().ladder().snoozes() + " times");
  }

  private static boolean isFinal(Encounters met, Contender contender) {
    return met.dismissed() > 0 && contender.card().coolDown().afterDismissed() == null;
  }

  private static Obstacle obstacle(
      Contender contender, String words, String key, @Nullable Object actual, String needed) {
    return new Obstacle(words, contender.card().placeOf(key), key, actual, needed);
  }
}
