package dev.attune.engine.rule.drl;

import dev.attune.engine.action.RuleRef;
import dev.attune.engine.rule.Consequence;
import dev.attune.engine.rule.condition.Condition;
import java.util.List;
import org.drools.drl.ast.descr.RuleDescr;

/** A rule that reads well; its names and types are not checked yet. */
public record ParsedRule(
    RuleRef ref, RuleDescr descr, List<Condition> conditions, List<Consequence> consequences) {}
