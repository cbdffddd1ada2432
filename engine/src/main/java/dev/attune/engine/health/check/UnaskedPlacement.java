package dev.attune.engine.health.check;

import dev.attune.engine.action.Placement;
import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Check;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import dev.attune.engine.health.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A placement that stands in the file and in no request: no app fills it. Channels are not meant
 * for requests; what falls due asks for them.
 */
final class UnaskedPlacement implements Check {
  private static final long DECISIONS = 1_000;

  @Override
  public Label label() {
    return Label.UNASKED_PLACEMENT;
  }

  @Override
  public List<Finding> look(Observed observed) {
    Chapter counted = observed.evidence().since(observed.windowStart());
    long asked = counted.count(Sign.ASKED);
    List<Finding> findings = new ArrayList<>();
    if (asked < DECISIONS) return findings;
    for (Placement placement : observed.content().placements().byId().values()) {
      if (placement.channel() || counted.count(Sign.ASKED, placement.id()) > 0) continue;
      findings.add(
          new Finding(
              label(),
              placement.id(),
              placement.declaredAt(),
              "other placements were asked for "
                  + asked
                  + " times since "
                  + observed.windowStart()
                  + ", this one never",
              observed.windowStart(),
              observed.now(),
              Map.of("asked", 0L, "others", asked),
              "Ask the app's people for it, or delete it"));
    }
    return findings;
  }
}
