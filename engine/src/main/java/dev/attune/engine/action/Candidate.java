package dev.attune.engine.action;

import dev.attune.engine.fact.Item;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action a rule proposed in this decision.
 *
 * @param because the reason in the author's words
 * @param weight 1 by default; multiplies the card's priority
 * @param with parameters for the content
 * @param about the item the action is about; null when about none
 */
public record Candidate(
    ActionCard card,
    RuleRef rule,
    String because,
    double weight,
    Map<String, Object> with,
    @Nullable Item about) {}
