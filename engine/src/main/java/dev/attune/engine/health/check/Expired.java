package dev.attune.engine.health.check;

import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Check;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import dev.attune.engine.health.Observed.Proposer;
import dev.attune.engine.health.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rule whose card is not published any more. */
final class Expired implements Check {
  @Override
  public Label label() {
    return Label.EXPIRED;
  }

  @Override
  public List<Finding> look(Observed observed) {
    List<Finding> findings = new ArrayList<>();
    for (Proposer each : observed.proposers()) {
      Instant until = each.card().window().until();
      if (until == null || observed.now().isBefore(until)) continue;
      Chapter counted = observed.evidence().since(each.since());
      long matched = counted.count(Sign.PROPOSED, each.sign());
      findings.add(
          new Finding(
              label(),
              each.ref().name(),
              each.ref().place(),
              "the card \""
                  + each.card().id()
                  + "\" was published until "
                  + until
                  + "; the rule matched "
                  + matched
                  + " times since "
                  + each.since(),
              each.since(),
              observed.now(),
              Map.of("matched", matched),
              "Delete the rule and its card, or move the window at "
                  + each.card().placeOf("window")));
    }
    return findings;
  }
}
