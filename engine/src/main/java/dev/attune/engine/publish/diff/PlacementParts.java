package dev.attune.engine.publish.diff;

import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.AttentionWindow;
import dev.attune.engine.action.Placement;
import dev.attune.engine.action.Placements;
import dev.attune.engine.action.QuietHours;
import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.text.Place;
import java.util.List;

/** Placements, budgets of attention, quiet hours, holdout. */
final class PlacementParts {
  private static final Place FILE = Place.of(ContentPath.PLACEMENTS);

  private PlacementParts() {}

  static void addTo(List<Part> parts, Placements placements) {
    placements.byId().values().forEach(each -> parts.add(part(each)));
    placements.attention().forEach(each -> parts.add(part(each)));
    QuietHours quiet = placements.quietHours();
    if (quiet != null) {
      Details details = new Details().add("from", quiet.from()).add("until", quiet.until());
      parts.add(new Part(Subject.QUIET_HOURS, "quiet-hours", FILE, details.byName()));
    }
    Details holdout =
        new Details()
            .add("share", placements.holdout().share())
            .add("salt", placements.holdout().salt());
    parts.add(new Part(Subject.HOLDOUT, "holdout", FILE, holdout.byName()));
  }

  private static Part part(Placement placement) {
    Details details =
        new Details()
            .add("size", placement.size())
            .addAll("kinds", placement.kinds())
            .add("interrupts", placement.interrupts())
            .add("channel", placement.channel())
            .addTree("fallback", placement.fallback());
    if (placement.ceiling() != null) {
      details.add("ceiling", placement.ceiling().results());
      details.add("smallest-share", placement.ceiling().smallestShare());
    }
    return new Part(Subject.PLACEMENT, placement.id(), placement.declaredAt(), details.byName());
  }

  private static Part part(AttentionBudget budget) {
    AttentionWindow window = budget.window();
    Details details =
        new Details()
            .addAll("kinds", budget.kinds())
            .add("at-most", budget.atMost())
            .add("per", window.length() == null ? window.unit() : window.length());
    return new Part(Subject.ATTENTION, budget.id(), budget.declaredAt(), details.byName());
  }
}
