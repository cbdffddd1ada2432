package dev.attune.engine.health.check;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Check;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import dev.attune.engine.health.Observed.Proposer;
import java.util.ArrayList;
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
    List<Finding> findings = new ArrayList<>();
    for (Proposer each : observed.proposers()) {
      Chapter counted = observed.evidence().since(each.since());
      Losses losses = Losses.of(each, counted);
      long capped = losses.sum(CAPS);
      if (!losses.isEveryTime() || capped * 10 < losses.stopped() * 9) continue;
      findings.add(
          new Finding(
              label(),
              each.ref().name(),
              each.ref().place(),
              "matched "
                  + losses.matched()
                  + " times since "
                  + each.since()
                  + ", chosen never: "
                  + losses.words(CAPS),
              each.since(),
              observed.now(),
              losses.counts(),
              "Look at the cap at "
                  + each.card().placeOf("cap")
                  + " and at the attention budgets"));
    }
    return findings;
  }
}
