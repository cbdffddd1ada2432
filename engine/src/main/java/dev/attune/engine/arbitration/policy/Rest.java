package dev.attune.engine.arbitration.policy;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.CoolDown;
import dev.attune.engine.fact.Encounters;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an action's rest ends: the latest of all its reasons to rest. */
final class Rest {
  private Rest() {}

  /** Null when it does not rest at all. */
  static @Nullable Instant end(Encounters met, ActionCard card) {
    CoolDown coolDown = card.coolDown();
    Instant lastShown = met.shown().isEmpty() ? null : met.shown().get(met.shown().size() - 1);
    Instant end = met.snoozedUntil();
    end = later(end, lastShown, coolDown.afterShown());
    end = later(end, met.lastDismissed(), coolDown.afterDismissed());
    return later(end, met.lastAccepted(), coolDown.afterAccepted());
  }

  private static @Nullable Instant later(
      @Nullable Instant end, @Nullable Instant from, @Nullable Duration rest) {
    if (from == null || rest == null) return end;
    Instant other = from.plus(rest);
    return end == null || other.isAfter(end) ? other : end;
  }
}
