package dev.attune.engine.action;

import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Item;
import java.util.Map;
import java.util.Objects;
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
    @Nullable Item about) {

  /** The item it stands for, {@code kind/id}; null when its card stands once. */
  public @Nullable String item() {
    return about != null && card.forEachItem() ? ActionKey.item(about) : null;
  }

  /** Whether both would be the same to the person, so that only one of them may stand. */
  public boolean isSameAs(Candidate other) {
    return card.id().equals(other.card.id())
        && (!card.forEachItem() || Objects.equals(item(), other.item()));
  }
}
