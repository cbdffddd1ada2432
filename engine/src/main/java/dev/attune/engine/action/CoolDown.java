package dev.attune.engine.action;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long an action rests.
 *
 * @param afterShown null: not at all
 * @param afterDismissed null: for ever, a dismissal is final
 * @param afterAccepted null: not at all
 */
public record CoolDown(
    @Nullable Duration afterShown,
    @Nullable Duration afterDismissed,
    @Nullable Duration afterAccepted) {
  public static final CoolDown NONE = new CoolDown(null, null, null);
}
