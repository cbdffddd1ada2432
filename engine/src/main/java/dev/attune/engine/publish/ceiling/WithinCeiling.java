package dev.attune.engine.publish.ceiling;

import dev.attune.engine.action.Ceiling;
import dev.attune.engine.action.Placement;
import dev.attune.engine.publish.ceiling.Merges.Merge;
import dev.attune.engine.publish.ceiling.Reach.Reached;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostics;
import java.util.List;
import java.util.stream.Collectors;

/** Each placement produces no more distinct results than it declares. May take seconds. */
public final class WithinCeiling {
  private static final int MOST_NAMED = 5;

  private WithinCeiling() {}

  /** Says at the placement's ceiling how far it is exceeded, and which rules to merge. */
  public static void check(Release release, Diagnostics diagnostics) {
    for (Placement placement : release.content().placements().byId().values()) {
      Ceiling ceiling = placement.ceiling();
      if (ceiling == null || ceiling.results() == null) continue;
      check(release, placement, Reach.of(release, placement), diagnostics);
    }
  }

  /** The same for one placement whose results have been found. */
  public static void check(
      Release release, Placement placement, Reached reached, Diagnostics diagnostics) {
    Ceiling ceiling = placement.ceiling();
    if (ceiling == null || ceiling.results() == null) return;
    if (reached.results().size() > ceiling.results())
      diagnostics.error(
          ceiling.place(), "ceiling", exceeded(release, placement, ceiling.results(), reached));
  }

  private static String exceeded(
      Release release, Placement placement, int ceiling, Reached reached) {
    Concerned concerned = new Concerned(release.content());
    String number = (reached.complete() ? "" : "at least ") + reached.results().size();
    List<Merge> merges = Merges.downTo(ceiling, reached.results().keySet());
    String advice =
        merges.stream()
            .limit(MOST_NAMED)
            .map(merge -> told(merge, placement, concerned))
            .collect(Collectors.joining("; "));
    return "placement %s may produce %s distinct results, its ceiling is %d. %s"
        .formatted(
            placement.id(),
            number,
            ceiling,
            advice.isEmpty()
                ? "One of them is the fallback: make it " + number
                : "Merge " + advice);
  }

  private static String told(Merge merge, Placement placement, Concerned concerned) {
    return "%s with %s (%d results left)"
        .formatted(
            rules(merge.from(), placement, concerned),
            rules(merge.into(), placement, concerned),
            merge.results());
  }

  /** The rules that propose some actions for a placement, with their places, in plain words. */
  public static String rulesBehind(Release release, Placement placement, List<String> actions) {
    Concerned concerned = new Concerned(release.content());
    return actions.stream()
        .map(action -> rules(action, placement, concerned))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static String rules(String action, Placement placement, Concerned concerned) {
    return concerned.proposing(action, placement).stream()
        .map(CheckedRule::ref)
        .map(rule -> "rule \"" + rule.name() + "\" (" + rule.place() + ")")
        .collect(Collectors.joining(" and "));
  }
}
