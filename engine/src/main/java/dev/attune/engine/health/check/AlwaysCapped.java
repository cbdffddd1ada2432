package dev.attune.engine.health.check;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.health.Check;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import java.util.List;

/** A rule whose action is stopped by its cap, its cool-down or a budget whenever it is proposed. */
final class AlwaysCapped implements Check {
  private static final List<ReasonCode> CAPS =
      List.of(ReasonCode.CAPPED, ReasonCode.COOLING_DOWN, ReasonCode.NO_ATTENTION);

  @Override
  public Label label() {
    return Label.ALWAYS_CAPPED;
  }

  @Override
  public List<Finding> look(Observed observed) {
    return Losses.always(
        label(),
        CAPS,
        observed,
        observed::sinceBounded,
        (each, losses) -> ": " + losses.words(CAPS),
        each ->
            "Look at the cap at " + each.card().placeOf("cap") + " and at the attention budgets");
  }
}
