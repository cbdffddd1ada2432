package dev.attune.engine.rule.lint;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Placement;
import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;
import java.util.Set;
import java.util.stream.Collectors;

/** A placement no card may stand in: requests for it only ever get the fallback. */
final class UnusedPlacement implements Lint {
  @Override
  public String code() {
    return "unused-placement";
  }

  @Override
  public void check(Content content, Diagnostics diagnostics) {
    Set<String> used =
        content.cards().values().stream()
            .map(ActionCard::placements)
            .flatMap(each -> each.stream())
            .collect(Collectors.toSet());
    for (Placement placement : content.placements().byId().values()) {
      if (used.contains(placement.id())) continue;
      diagnostics.warning(
          placement.declaredAt(),
          code(),
          "no card stands in \"" + placement.id() + "\". Name it in a card or delete it");
    }
  }
}
