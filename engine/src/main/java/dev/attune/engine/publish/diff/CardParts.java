package dev.attune.engine.publish.diff;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Goal;
import java.util.List;
import java.util.Map;

/** Cards. */
final class CardParts {
  private CardParts() {}

  static void addTo(List<Part> parts, Map<String, ActionCard> cards) {
    cards.forEach(
        (id, card) ->
            parts.add(new Part(Subject.CARD, id, card.declaredAt(), details(card).byName())));
  }

  private static Details details(ActionCard card) {
    Details details =
        new Details()
            .add("use case", card.useCase())
            .add("kind", card.kind())
            .addAll("placements", card.placements())
            .add("class", card.actionClass())
            .add("priority", card.priority())
            .add("value", card.value())
            .add("purpose", card.purpose())
            .add("published", card.published())
            .add("window.from", card.window().from())
            .add("window.until", card.window().until())
            .add("cap.shown", card.cap().shown())
            .add("cap.per", card.cap().per())
            .add("cap.lifetime", card.cap().lifetime())
            .add("cool-down.after-shown", card.coolDown().afterShown())
            .add("cool-down.after-dismissed", card.coolDown().afterDismissed())
            .add("cool-down.after-accepted", card.coolDown().afterAccepted())
            .add("ladder.snooze", card.ladder().snooze())
            .add("ladder.snoozes", card.ladder().snoozes())
            .add("prior.accepted", card.prior().accepted())
            .add("prior.shown", card.prior().shown())
            .addAll("excludes", card.excludes())
            .add("for-each", card.forEachItem() ? "item" : null)
            .addTree("content", card.content());
    Goal goal = card.goal();
    if (goal != null) details.add("goal.event", goal.event()).add("goal.within", goal.within());
    return details;
  }
}
