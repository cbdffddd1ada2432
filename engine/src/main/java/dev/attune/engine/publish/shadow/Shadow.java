package dev.attune.engine.publish.shadow;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.ReleaseRules;
import dev.attune.engine.decision.Rerun;
import dev.attune.engine.rule.evaluate.Release;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A draft beside the live release: decisions people got are run again on it, from their records
 * alone, so that it reserves, records and shows nothing. Counts what would have been another.
 * Thread-safe.
 */
public final class Shadow {
  private final ReleaseRules rules;
  private final double share;
  private final SortedMap<String, Difference> byAction = new TreeMap<>();
  private long decisions;
  private long changed;

  /**
   * @param share of the decisions it is run on, above 0, at most 1
   */
  public Shadow(Release draft, double share) {
    this.rules = new ReleaseRules(draft);
    this.share = share;
  }

  /**
   * What was seen so far.
   *
   * @param decisions how many were run again
   * @param changed how many would have chosen other actions
   */
  public record Counts(long decisions, long changed, SortedMap<String, Difference> byAction) {}

  /**
   * How one action would have fared.
   *
   * @param gained decisions that would have chosen it and did not
   * @param lost decisions that chose it and would not have
   */
  public record Difference(long gained, long lost) {
    Difference plus(Difference other) {
      return new Difference(gained + other.gained, lost + other.lost);
    }
  }

  /** Whether a decision belongs to its share; the same one always or never does. */
  boolean takes(DecisionRecord made) {
    int hash = made.id().hashCode() * 0x9E3779B9;
    return (hash >>> 1) / (double) Integer.MAX_VALUE < share;
  }

  /** Runs one decision again and counts. */
  void see(DecisionRecord made) {
    Set<String> got =
        made.chosen().stream().map(Chosen::action).collect(Collectors.toCollection(TreeSet::new));
    Set<String> would =
        Rerun.of(made, rules).arbitration().filled().stream()
            .flatMap(slot -> slot.chosen().stream())
            .map(each -> each.action())
            .collect(Collectors.toCollection(TreeSet::new));
    count(got, would);
  }

  private synchronized void count(Set<String> got, Set<String> would) {
    decisions++;
    if (!got.equals(would)) changed++;
    for (String action : would) {
      if (!got.contains(action)) byAction.merge(action, new Difference(1, 0), Difference::plus);
    }
    for (String action : got) {
      if (!would.contains(action)) byAction.merge(action, new Difference(0, 1), Difference::plus);
    }
  }

  /** A copy. */
  public synchronized Counts counts() {
    return new Counts(decisions, changed, new TreeMap<>(byAction));
  }
}
