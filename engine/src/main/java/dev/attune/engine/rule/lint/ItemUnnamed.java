package dev.attune.engine.rule.lint;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.text.Diagnostics;

/** A card that stands once for each item, proposed by a rule that says of none. */
final class ItemUnnamed implements Lint {
  private static final String MESSAGE =
      "the card stands for each item, and this says of none: whoever has several sees one."
          + " Write .about( $item )";

  @Override
  public String code() {
    return "item-unnamed";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    for (Propose propose : Rules.proposals(content).toList()) {
      ActionCard card = content.cards().get(propose.action());
      if (card != null && card.forEachItem() && propose.about() == null)
        diagnostics.warning(propose.places().action(), code(), MESSAGE);
    }
  }
}
