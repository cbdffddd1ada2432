package dev.attune.engine.rule;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.condition.Condition;
import dev.attune.engine.rule.condition.Variables;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * A rule that passed every check.
 *
 * @param descr as Drools' parser sees it
 * @param conditions the {@code when} part in our own typed form, in the author's order; all must
 *     hold
 * @param variables what the {@code then} part may use
 * @param consequences the {@code then} part, at least one
 */
public record CheckedRule(
    RuleRef ref,
    RuleDescr descr,
    List<Condition> conditions,
    Variables variables,
    List<Consequence> consequences) {}
