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
  /** So many decisions must have been looked at, which is one in four. */
  static final long LOOKED_AT = 125;

  @Override
  public Label label() {
    return Label.FACT_NEVER_PRESENT;
  }

  @Override
  public List<Finding> look(Observed observed) {
    WrittenRules written = WrittenRules.of(observed.content());
    List<Finding> findings = new ArrayList<>();
    for (Proposer each : observed.proposers()) {
      Chapter counted = observed.evidence().since(each.since());
      long lookedAt =
          each.card().placements().stream()
              .mapToLong(placement -> counted.count(Sign.LOOKED_AT, placement))
              .sum();
      if (lookedAt < LOOKED_AT) continue;
      for (String need : Needs.of(each.rule(), observed.content(), written)) {
        if (isMissing(need, counted)) findings.add(finding(each, need, lookedAt, observed));
      }
    }
    return findings;
  }

  private static boolean isMissing(String need, Chapter counted) {
    return counted.count(Sign.PRESENT, need) == 0
        && !(need.startsWith("event.") && counted.count(Sign.ARRIVED, need.substring(6)) > 0);
  }

  private Finding finding(Proposer each, String need, long lookedAt, Observed observed) {
    return new Finding(
        label(),
        each.ref().name(),
        each.ref().place(),
        "needs "
            + words(need)
            + ", which nobody had in "
            + lookedAt
            + " decisions looked at since "
            + each.since()
            + Renamed.words(need, observed),
        each.since(),
        observed.now(),
        Map.of("lookedAt", lookedAt, "present", 0L),
        "Compare the name in vocabulary.yaml with what apps send: GET /v1/undeclared");
  }

  private static String words(String need) {
    int dot = need.indexOf('.');
    return "the " + need.substring(0, dot) + " \"" + need.substring(dot + 1) + '"';
  }
}
