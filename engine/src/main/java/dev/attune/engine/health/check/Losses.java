package dev.attune.engine.health.check;

import dev.attune.engine.arbitration.ReasonCode;
import dev.attune.engine.health.Chapter;
import dev.attune.engine.health.Observed.Proposer;
import dev.attune.engine.health.Sign;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of a rule's action.
 *
 * @param matched how often this rule proposed it
 * @param chosen how often it was chosen, by whatever rule
 * @param byReason how often it was not, by reason
 */
record Losses(long matched, long chosen, Map<ReasonCode, Long> byReason) {
  /** So often must a rule match before "always" is said. */
  private static final long MATCHED = 100;

  static Losses of(Proposer proposer, Chapter counted) {
    Map<ReasonCode, Long> byReason = new TreeMap<>();
    for (ReasonCode reason : ReasonCode.values()) {
      long times = counted.count(Sign.STOPPED, proposer.card().id() + '|' + reason);
      if (times > 0) byReason.put(reason, times);
    }
    return new Losses(
        counted.count(Sign.PROPOSED, proposer.sign()),
        counted.count(Sign.CHOSEN, proposer.card().id()),
        byReason);
  }

  boolean isEveryTime() {
    return matched >= MATCHED && chosen == 0 && stopped() > 0;
  }

  long stopped() {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }

  long sum(List<ReasonCode> reasons) {
    return reasons.stream().mapToLong(each -> byReason.getOrDefault(each, 0L)).sum();
  }

  String words(List<ReasonCode> reasons) {
    return reasons.stream()
        .filter(byReason::containsKey)
        .map(each -> each + " " + byReason.get(each) + " times")
        .collect(Collectors.joining(", "));
  }

  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("matched", matched);
    counts.put("chosen", chosen);
    byReason.forEach((reason, times) -> counts.put(reason.name(), times));
    return counts;
  }
}
