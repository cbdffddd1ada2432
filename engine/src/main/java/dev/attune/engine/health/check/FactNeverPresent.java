package dev.attune.engine.health.check;

import dev.attune.engine.explain.WrittenRules;
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

/** A rule that needs a fact nobody has: it was renamed, or never sent. */
final class FactNeverPresent implements Check {
  /** So many decisions at the rule's placements are needed to say "never". */
  private static final long ASKED = 500;

  @Override
  public Label label() {
    return Label.FACT_NEVER_PRESENT;
  }

  @Override
  public List<Finding> look(Observed observed) {
    WrittenRules written = WrittenRules.of(observed.content());
    Chapter window = observed.evidence().since(observed.windowStart());
    List<Finding> findings = new ArrayList<>();
    for (Proposer each : observed.proposers()) {
      Chapter counted = observed.evidence().since(each.since());
      long asked = observed.asked(each, counted);
      if (asked < ASKED || counted.count(Sign.PROPOSED, each.sign()) > 0) continue;
      for (String need : Needs.of(each.rule(), observed.content(), written)) {
        if (isMissing(need, window)) findings.add(finding(each, need, asked, observed));
      }
    }
    return findings;
  }

  private static boolean isMissing(String need, Chapter window) {
    String name = need.substring(need.indexOf('.') + 1);
    return switch (need.substring(0, need.indexOf('.'))) {
      case "profile" -> window.count(Sign.KNOWN_FIELD, name) == 0;
      case "visit" -> window.count(Sign.KNOWN_VISIT, name) == 0;
      case "item" -> window.count(Sign.KNOWN_ITEM, name) == 0;
      default -> window.count(Sign.KNOWN_EVENT, name) == 0 && window.count(Sign.ARRIVED, name) == 0;
    };
  }

  private Finding finding(Proposer each, String need, long asked, Observed observed) {
    return new Finding(
        label(),
        each.ref().name(),
        each.ref().place(),
        "needs "
            + words(need)
            + ", which nobody had in "
            + asked
            + " decisions since "
            + each.since()
            + Renamed.words(need, observed),
        each.since(),
        observed.now(),
        Map.of("asked", asked, "present", 0L),
        "Compare the name in vocabulary.yaml with what apps send: GET /v1/undeclared");
  }

  private static String words(String need) {
    int dot = need.indexOf('.');
    return "the " + need.substring(0, dot) + " \"" + need.substring(dot + 1) + '"';
  }
}
