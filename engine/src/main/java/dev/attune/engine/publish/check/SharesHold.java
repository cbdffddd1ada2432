package dev.attune.engine.publish.check;

import dev.attune.engine.action.Ceiling;
import dev.attune.engine.action.Placement;
import dev.attune.engine.publish.ceiling.WithinCeiling;
import dev.attune.engine.publish.replay.RecordPages;
import dev.attune.engine.publish.replay.ReplayReport.ResultShare;
import dev.attune.engine.publish.replay.Shares;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Diagnostics;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * No result of a placement goes to a smaller share of people than the placement declares, counted
 * on the people who were decided for lately.
 */
final class SharesHold implements DraftCheck {
  private static final String RULE = "smallest-share";

  private final Supplier<RecordPages> lately;
  private final boolean doubtsTold;

  /**
   * @param lately the newest recorded decisions
   * @param doubtsTold whether it is worth a warning that there was nobody to count
   */
  SharesHold(Supplier<RecordPages> lately, boolean doubtsTold) {
    this.lately = lately;
    this.doubtsTold = doubtsTold;
  }

  @Override
  public void check(CompiledDraft draft, Diagnostics diagnostics) {
    Release release = draft.release();
    List<Placement> declaring =
        release.content().placements().byId().values().stream()
            .filter(each -> share(each) > 0)
            .toList();
    if (declaring.isEmpty()) return;
    try {
      List<ResultShare> shares = Shares.of(release, lately.get());
      for (Placement each : declaring) judge(each, of(each, shares), release, diagnostics);
    } catch (IOException unreadable) {
      for (Placement each : declaring)
        unjudged(each, "the recorded decisions cannot be read", diagnostics);
    }
  }

  private static double share(Placement placement) {
    return placement.ceiling() == null ? 0 : placement.ceiling().smallestShare();
  }

  private static List<ResultShare> of(Placement placement, List<ResultShare> shares) {
    return shares.stream().filter(each -> each.placement().equals(placement.id())).toList();
  }

  private void judge(
      Placement placement, List<ResultShare> shares, Release release, Diagnostics diagnostics) {
    long people = shares.stream().mapToLong(ResultShare::of).max().orElse(0);
    if (people < ResultShare.ENOUGH) {
      String words = "only %d people were decided for lately, and it takes %d";
      unjudged(placement, words.formatted(people, ResultShare.ENOUGH), diagnostics);
      return;
    }
    for (ResultShare each : shares) {
      Ceiling ceiling = placement.ceiling();
      if (ceiling != null && each.isRare())
        diagnostics.error(ceiling.place(), RULE, told(each, shares, placement, release));
    }
  }

  private static String told(
      ResultShare rare, List<ResultShare> shares, Placement placement, Release release) {
    String who = WithinCeiling.rulesBehind(release, placement, rare.actions());
    String others =
        common(rare, shares)
            .map(each -> " with " + WithinCeiling.rulesBehind(release, placement, each.actions()))
            .orElse("");
    return "%s (%d of %d people: %s). Merge %s%s, or let more people have it"
        .formatted(
            rare.told(),
            rare.people(),
            rare.of(),
            rare.actions().stream().collect(Collectors.joining(", ")),
            who,
            others);
  }

  /** The result most people get, this one apart. */
  private static Optional<ResultShare> common(ResultShare rare, List<ResultShare> shares) {
    return shares.stream()
        .filter(each -> !each.actions().isEmpty() && !each.actions().equals(rare.actions()))
        .max(Comparator.comparingLong(ResultShare::people));
  }

  private void unjudged(Placement placement, String why, Diagnostics diagnostics) {
    Ceiling ceiling = placement.ceiling();
    if (ceiling == null || !doubtsTold) return;
    diagnostics.warning(
        ceiling.place(),
        RULE,
        "the shares of placement %s are not judged: %s".formatted(placement.id(), why));
  }
}
