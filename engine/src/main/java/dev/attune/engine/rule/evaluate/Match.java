package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.RuleRef;
import java.util.List;
import java.util.Map;

/**
 * One way in which a rule matched.
 *
 * @param facts what its patterns matched, in the author's order; facts under {@code not}, {@code
 *     exists} and {@code accumulate} are not among them
 * @param bindings values by variable, with its {@code $}; unknown values are left out
 */
public record Match(RuleRef rule, List<MatchedFact> facts, Map<String, Object> bindings) {}
