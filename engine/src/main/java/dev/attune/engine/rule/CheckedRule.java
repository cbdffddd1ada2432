package dev.attune.engine.rule;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.condition.Condition;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;

/**
 * A rule that passed every check.
 *
 * @param descr as Drools' parser sees it
 * @param conditions the {@code when} part in our own typed form, in the author's order; all must
 *     hold
 * @param consequences the {@code then} part, at least one
 */
public record CheckedRule(
    RuleRef ref, RuleDescr descr, List<Condition> conditions, List<Consequence> consequences) {}
