package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.RuleRef;
import java.util.List;

/**
 * One way in which a rule matched.
 *
 * @param facts what its patterns matched, in the author's order; facts under {@code not}, {@code
 *     exists} and {@code accumulate} are not among them
 */
public record Match(RuleRef rule, List<MatchedFact> facts) {}
