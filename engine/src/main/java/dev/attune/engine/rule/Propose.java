package dev.attune.engine.rule;

import dev.attune.engine.action.Kind;
import dev.attune.engine.text.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code decisions.nudge( "action" ).because( … ) …}: proposes an action.
 *
 * @param verb equals the card's kind
 * @param with parameters for the content, in the author's order
 * @param weight 1 when not given
 * @param about the variable bound to the item it is about, with its {@code $}; null when about none
 */
public record Propose(
    Kind verb,
    String action,
    Text because,
    Map<String, Term> with,
    double weight,
    @Nullable String about,
    Place place)
    implements Consequence {}
