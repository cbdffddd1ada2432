package dev.attune.engine.health;

import dev.attune.engine.health.check.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks a release over. A pure function; thread-safe. */
public final class Checkup {
  /** A rule that has one of these is told nothing that follows from it. */
  private static final Set<Label> CAUSES =
      EnumSet.of(Label.EXPIRED, Label.FACT_NEVER_PRESENT, Label.SUDDENLY_SILENT);

  private static final Set<Label> EFFECTS =
      EnumSet.of(Label.NEVER_MATCHED, Label.ALWAYS_BEATEN, Label.ALWAYS_CAPPED);

  private Checkup() {}

  /** Everything that is wrong, by label and then by place. */
  public static List<Finding> of(Observed observed) {
    Map<String, Set<Label>> causes = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Check check : Checks.ALL) {
      for (Finding finding : check.look(observed)) {
        Set<Label> known =
            causes.computeIfAbsent(
                finding.place() + finding.subject(), unseen -> EnumSet.noneOf(Label.class));
        boolean follows = EFFECTS.contains(finding.label()) && !known.isEmpty();
        if (CAUSES.contains(finding.label())) known.add(finding.label());
        if (!follows) findings.add(finding);
      }
    }
    findings.sort(Comparator.comparing(Finding::label).thenComparing(Finding::place));
    return findings;
  }
}
