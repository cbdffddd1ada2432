package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.RuleRef;
import java.util.List;
import java.util.Optional;

/**
 * Whether a rule matches, condition by condition, in the alternative that came furthest.
 *
 * @param conditions in the author's order, up to and including the first that stops the rule
 */
public record RuleVerdict(RuleRef rule, boolean matched, List<ConditionVerdict> conditions) {
  /** The condition that stops the rule; empty when the rule matches. */
  public Optional<ConditionVerdict> stoppedBy() {
    return matched || conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(conditions.get(conditions.size() - 1));
  }
}
