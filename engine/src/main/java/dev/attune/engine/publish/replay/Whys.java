package dev.attune.engine.publish.replay;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.DecisionRecord.Proposed;
import dev.attune.engine.explain.Discretion;
import dev.attune.engine.explain.Explainer;
import dev.attune.engine.explain.Explanation;
import dev.attune.engine.explain.Lost;
import dev.attune.engine.explain.Miss;
import dev.attune.engine.explain.Won;
import dev.attune.engine.publish.replay.ReplayReport.Why;
import dev.attune.engine.rule.evaluate.Release;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an action was chosen or not, told without what may not be said about the person. */
final class Whys {
  private Whys() {}

  static Why of(DecisionRecord made, Release release, String action) {
    if (!release.content().cards().containsKey(action))
      return new Why(ReasonCode.NOT_ELIGIBLE, "there is no such action", null, null, List.of());
    Explanation about = new Explainer(made, release).explain(action);
    Discretion discretion = new Discretion(release.content());
    if (!about.won().isEmpty()) return won(about.won().get(0), action, discretion);
    if (!about.lost().isEmpty()) return lost(about.lost().get(0), discretion);
    return new Why(
        ReasonCode.NOT_ELIGIBLE, "it stands in none of the placements", null, null, List.of());
  }

  private static Why won(Won won, String action, Discretion discretion) {
    List<String> facts = won.facts().stream().map(discretion::told).distinct().toList();
    return new Why(
        null, discretion.because(won.rule(), action), won.rule().name(), won.rule().place(), facts);
  }

  private static Why lost(Lost lost, Discretion discretion) {
    if (lost.misses().isEmpty())
      return new Why(lost.reason(), lost.detail(), null, null, List.of());
    Miss miss = lost.misses().get(0);
    return new Why(
        lost.reason(), discretion.told(miss), miss.rule().name(), miss.place(), List.of());
  }

  /** What the record alone says, when its release is gone. */
  static Why recorded(DecisionRecord made, String action) {
    for (Chosen one : made.chosen()) {
      if (one.action().equals(action))
        return new Why(null, "recorded as chosen", rule(made, action), null, List.of());
    }
    for (Suppression one : made.suppressed()) {
      if (one.action().equals(action))
        return new Why(one.reason(), "as recorded", rule(made, action), null, List.of());
    }
    return new Why(ReasonCode.NOT_ELIGIBLE, "no rule proposed it", null, null, List.of());
  }

  private static @Nullable String rule(DecisionRecord made, String action) {
    for (Proposed one : made.candidates()) {
      if (one.action().equals(action)) return one.rule();
    }
    return null;
  }
}
