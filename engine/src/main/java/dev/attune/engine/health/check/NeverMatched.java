package dev.attune.engine.health.check;

import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Check;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import dev.attune.engine.health.Observed.Proposer;
import dev.attune.engine.health.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A rule that matched in no decision, although it was asked often. */
final class NeverMatched implements Check {
  /** So many decisions at the rule's placements are needed to say "never". */
  static final long ASKED = 1_000;

  @Override
  public Label label() {
    return Label.NEVER_MATCHED;
  }

  @Override
  public List<Finding> look(Observed observed) {
    List<Finding> findings = new ArrayList<>();
    for (Proposer each : observed.proposers()) {
      Chapter counted = observed.evidence().since(each.since());
      long asked = observed.asked(each, counted);
      if (asked < ASKED || counted.count(Sign.PROPOSED, each.sign()) > 0) continue;
      findings.add(
          new Finding(
              label(),
              each.ref().name(),
              each.ref().place(),
              "asked in " + asked + " decisions since " + each.since() + ", matched in none",
              each.since(),
              observed.now(),
              Map.of("asked", asked, "matched", 0L),
              "Ask for one person who should get it: attune explain DECISION " + each.card().id()));
    }
    return findings;
  }
}
