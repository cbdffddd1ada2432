package dev.attune.engine.health.check;

import dev.attune.engine.health.Check;
import java.util.List;

/** The list of all checks; a cause comes before its effects. */
public final class Checks {
  public static final List<Check> ALL =
      List.of(
          new Expired(),
          new FactNeverPresent(),
          new SuddenlySilent(),
          new NeverMatched(),
          new AlwaysCapped(),
          new AlwaysBeaten(),
          new ArmsAlike(),
          new Unchanged(),
          new UnaskedPlacement());

  private Checks() {}
}
