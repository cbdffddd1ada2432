package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.RuleRef;
import java.util.Map;

/**
 * A rule as a session knows it.
 *
 * @param order the rule's number within the release
 * @param cards every card of the release, by id
 */
record RuleOffers(int order, RuleRef ref, Map<String, ActionCard> cards) {}
