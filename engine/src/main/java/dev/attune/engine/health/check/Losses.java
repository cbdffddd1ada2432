package dev.attune.engine.health.check;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Evidence;
import dev.attune.engine.health.Finding;
import dev.attune.engine.health.Label;
import dev.attune.engine.health.Observed;
import dev.attune.engine.health.Observed.Proposer;
import dev.attune.engine.health.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of a rule's action.
 *
 * @param since when the rule, or what it loses to, last changed
 * @param counted since then
 * @param matched how often this rule proposed it
 * @param chosen how often it was chosen, by whatever rule
 * @param byReason how often it was not, by reason
 */
record Losses(
    Instant since, Chapter counted, long matched, long chosen, Map<ReasonCode, Long> byReason) {
  /** So often must a rule match before "always" is said. */
  private static final long MATCHED = 100;

  /**
   * So many choices must be missing where there were some before the change: by chance none comes
   * instead of five in less than one of a hundred rules.
   */
  private static final long MISSING = 5;

  private static Losses of(Proposer proposer, Instant since, Evidence evidence) {
    Chapter counted = evidence.since(since);
    Map<ReasonCode, Long> byReason = new TreeMap<>();
    for (ReasonCode reason : ReasonCode.values()) {
      long times = counted.count(Sign.STOPPED, proposer.card().id() + '|' + reason);
      if (times > 0) byReason.put(reason, times);
    }
    return new Losses(
        since,
        counted,
        counted.count(Sign.PROPOSED, proposer.sign()),
        counted.count(Sign.CHOSEN, proposer.card().id()),
        byReason);
  }

  /**
   * The rules that matched often and whose action was never chosen, nine times out of ten for one
   * of these reasons.
   *
   * @param changed when the rule, or what it would lose to, last changed
   * @param how goes on after "chosen never"
   * @param nextStep what the author may do
   */
  static List<Finding> always(
      Label label,
      List<ReasonCode> reasons,
      Observed observed,
      Function<Proposer, Instant> changed,
      BiFunction<Proposer, Losses, String> how,
      Function<Proposer, String> nextStep) {
    List<Finding> findings = new ArrayList<>();
    Chapter window = observed.evidence().since(observed.windowStart());
    for (Proposer each : observed.proposers()) {
      Losses losses = of(each, changed.apply(each), observed.evidence());
      if (!losses.isEveryTime() || !losses.isNews(each, window)) continue;
      if (losses.sum(reasons) * 10 < losses.stopped() * 9) continue;
      findings.add(
          new Finding(
              label,
              each.ref().name(),
              each.ref().place(),
              "matched "
                  + losses.matched()
                  + " times since "
                  + losses.since()
                  + ", chosen never"
                  + how.apply(each, losses),
              losses.since(),
              observed.now(),
              losses.counts(),
              nextStep.apply(each)));
    }
    return findings;
  }

  private boolean isEveryTime() {
    return matched >= MATCHED && chosen == 0 && stopped() > 0;
  }

  /** Whether it was chosen often enough before the change that its absence since is no chance. */
  private boolean isNews(Proposer proposer, Chapter window) {
    long before = window.count(Sign.PROPOSED, proposer.sign()) - matched;
    long chosenBefore = window.count(Sign.CHOSEN, proposer.card().id());
    return chosenBefore == 0 || matched * chosenBefore >= MISSING * before;
  }

  private long stopped() {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }

  private long sum(List<ReasonCode> reasons) {
    return reasons.stream().mapToLong(each -> byReason.getOrDefault(each, 0L)).sum();
  }

  String words(List<ReasonCode> reasons) {
    return reasons.stream()
        .filter(byReason::containsKey)
        .map(each -> each + " " + byReason.get(each) + " times")
        .collect(Collectors.joining(", "));
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("matched", matched);
    counts.put("chosen", chosen);
    byReason.forEach((reason, times) -> counts.put(reason.name(), times));
    return counts;
  }
}
