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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that used to match and does not any more, or one that needs an event which used to arrive.
 * The event is told first: the rule may go on matching people of whom it is still known.
 */
final class SuddenlySilent implements Check {
  private static final int PEOPLE_BEHIND_A_RULE = 8;
  private static final int PEOPLE_BEHIND_AN_EVENT = 4;

  @Override
  public Label label() {
    return Label.SUDDENLY_SILENT;
  }

  @Override
  public List<Finding> look(Observed observed) {
    WrittenRules written = WrittenRules.of(observed.content());
    List<Chapter> latest = observed.evidence().latest();
    List<Finding> findings = new ArrayList<>();
    for (Proposer each : observed.proposers()) {
      Finding event = silentEvent(each, written, latest, observed);
      Cadence rule =
          Cadence.of(latest, Sign.PROPOSED, each.sign(), chapter -> observed.asked(each, chapter));
      if (event != null) findings.add(event);
      else if (rule.isSuddenlySilent(PEOPLE_BEHIND_A_RULE))
        findings.add(
            finding(
                each,
                rule,
                "matched in " + rule.times() + " of " + rule.chances() + " decisions",
                "decisions",
                "",
                observed));
    }
    return findings;
  }

  private @Nullable Finding silentEvent(
      Proposer each, WrittenRules written, List<Chapter> latest, Observed observed) {
    for (String need : Needs.of(each.rule(), observed.content(), written)) {
      if (!need.startsWith("event.")) continue;
      String event = need.substring(6);
      Cadence cadence =
          Cadence.of(latest, Sign.ARRIVED, event, chapter -> chapter.count(Sign.ARRIVED));
      if (cadence.isSuddenlySilent(PEOPLE_BEHIND_AN_EVENT))
        return finding(
            each,
            cadence,
            "needs the event \""
                + event
                + "\", which was "
                + cadence.times()
                + " of "
                + cadence.chances()
                + " events",
            "events",
            Renamed.words(need, observed),
            observed);
    }
    return null;
  }

  private Finding finding(
      Proposer each, Cadence cadence, String before, String of, String more, Observed observed) {
    return new Finding(
        label(),
        each.ref().name(),
        each.ref().place(),
        before
            + " until "
            + cadence.last()
            + " and none of the "
            + cadence.silent()
            + " since, where "
            + cadence.expected()
            + " were to be expected"
            + more,
        Objects.requireNonNull(cadence.last()),
        observed.now(),
        Map.of("before", cadence.times(), of, cadence.silent(), "expected", cadence.expected()),
        "Look for what changed then: a renamed event, an app's release, an edit of a segment");
  }
}
