package dev.attune.engine.health.check;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Check;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import dev.attune.engine.health.Observed.Proposer;
import dev.attune.engine.health.Sign;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A rule whose action loses to others whenever it is proposed. */
final class AlwaysBeaten implements Check {
  private static final List<ReasonCode> RIVALS =
      List.of(ReasonCode.OUTRANKED, ReasonCode.SLOT_TAKEN, ReasonCode.EXCLUDED);

  @Override
  public Label label() {
    return Label.ALWAYS_BEATEN;
  }

  @Override
  public List<Finding> look(Observed observed) {
    return Losses.always(
        label(),
        RIVALS,
        observed,
        observed::sinceContested,
        (each, losses) -> "; most often beaten by " + rival(each, losses.counted(), observed),
        each ->
            "Raise its priority at "
                + each.card().placeOf("priority")
                + ", give it a placement of its own, or delete it");
  }

  private static String rival(Proposer each, Chapter counted, Observed observed) {
    String prefix = each.card().id() + '|';
    return counted.counts().getOrDefault(Sign.BEATEN, Map.of()).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .max(Map.Entry.comparingByValue())
        .map(entry -> words(entry.getKey().substring(prefix.length()), entry.getValue(), observed))
        .orElse("others");
  }

  /** The rival's rules, so that an author finds them. */
  private static String words(String action, long times, Observed observed) {
    String rules =
        observed.proposers().stream()
            .filter(other -> other.card().id().equals(action))
            .map(other -> "\"" + other.ref().name() + "\" at " + other.ref().place())
            .collect(Collectors.joining(", "));
    return action + ", " + times + " times" + (rules.isEmpty() ? "" : ", by the rule " + rules);
  }
}
