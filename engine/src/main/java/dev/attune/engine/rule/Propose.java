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
 * @param about the variable bound to the item it is about; null when about none
 */
public record Propose(
    Kind verb,
    String action,
    Text because,
    Map<String, Term> with,
    double weight,
    Term.@Nullable Variable about,
    Places places)
    implements Consequence {
  /**
   * Where its words stand.
   *
   * @param names of the parameters
   */
  public record Places(Place statement, Place verb, Place action, Map<String, Place> names) {}

  @Override
  public Place place() {
    return places.statement();
  }
}
