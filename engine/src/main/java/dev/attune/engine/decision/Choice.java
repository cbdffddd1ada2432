package dev.attune.engine.decision;

import dev.attune.engine.action.Kind;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.arbitration.ScoreParts;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Item;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action chosen for a placement.
 *
 * @param content what the app renders, the card's
 * @param with parameters for the content, the rule's
 * @param about the item it is about; null when about none
 * @param key tells it from the decision's other choices, see {@link ActionKey}
 * @param because the rule's reason
 * @param score 0 for mandatory actions, which are not ranked
 * @param drawn the probability of the lot that chose it, to explore; null when none did
 * @param rank position in its placement, from 1
 * @param reservation names the promised showing; null when it costs nothing and has no cap
 * @param expiresAt not to be shown from this moment on
 */
public record Choice(
    String action,
    Kind kind,
    Map<String, Object> content,
    Map<String, Object> with,
    @Nullable Item about,
    String key,
    String because,
    RuleRef rule,
    double score,
    ScoreParts parts,
    @Nullable Double drawn,
    int rank,
    @Nullable String reservation,
    Instant expiresAt) {}
