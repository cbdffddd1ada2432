package dev.attune.engine.rule.lint;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.rule.Content;
import dev.attune.engine.rule.Propose;
import dev.attune.engine.text.Diagnostics;
import java.util.Set;
import java.util.stream.Collectors;

/** A card no rule proposes. */
final class UnproposedCard implements Lint {
  @Override
  public String code() {
    return "unproposed-card";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Set<String> proposed =
        Rules.proposals(content).map(Propose::action).collect(Collectors.toSet());
    for (ActionCard card : content.cards().values()) {
      if (proposed.contains(card.id())) continue;
      if (Rules.openedFromContent(content).contains(card.id())) continue;
      diagnostics.warning(
          card.declaredAt(),
          code(),
          "no rule proposes \"" + card.id() + "\". Write a rule or delete the card");
    }
  }
}
