package dev.attune.engine.action;

import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Section;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what cards say about other files: every name exists and fits. */
public final class CardChecks {
  private final Vocabulary vocabulary;
  private final Placements placements;
  private final Map<String, ActionCard> cards;
  private final Diagnostics diagnostics;

  /**
   * @param cards of all use cases
   */
  public CardChecks(
      Vocabulary vocabulary,
      Placements placements,
      Map<String, ActionCard> cards,
      Diagnostics diagnostics) {
    this.vocabulary = vocabulary;
    this.placements = placements;
    this.cards = cards;
    this.diagnostics = diagnostics;
  }

  /** Checks the cards of one file. */
  public void check(Mapping document) {
    // The cards' own mistakes are reported by the reader; here they only would be repeated.
    Section file = new Section(document, new Diagnostics());
    file.sections().forEach(this::check);
  }

  private void check(String id, Section section) {
    ActionCard card = cards.get(id);
    if (card == null) return;
    for (Scalar name : section.names("placements")) checkPlacement(card, name);
    for (Scalar name : section.names("excludes")) known(name, cards.keySet(), "card");
    section.section("content").ifPresent(this::checkTours);
    for (Scalar name : section.names("affinity"))
      known(name, vocabulary.events().keySet(), "event");
    Section goal = section.section("goal").orElse(null);
    if (goal == null) return;
    goal.names("event").forEach(name -> known(name, vocabulary.events().keySet(), "event"));
  }

  /** A {@code tour} in a card's content is the tour it opens. */
  private void checkTours(Section content) {
    for (Scalar name : content.names("tour")) {
      ActionCard tour = cards.get(name.text());
      if (tour == null) {
        known(name, cards.keySet(), "card");
      } else if (tour.kind() != Kind.TOUR) {
        String message = "\"" + name.text() + "\" is a " + tour.kind().verb() + ", not a tour";
        diagnostics.error(name.place(), "kind", message);
      }
    }
    content.section("primary").ifPresent(this::checkTours);
    content.section("secondary").ifPresent(this::checkTours);
  }

  private void checkPlacement(ActionCard card, Scalar name) {
    Placement placement = placements.byId().get(name.text());
    if (placement == null) {
      known(name, placements.byId().keySet(), "placement");
      return;
    }
    Set<Kind> kinds = placement.kinds();
    if (kinds.isEmpty() || kinds.contains(card.kind())) return;
    String accepted = kinds.stream().map(Kind::verb).sorted().collect(Collectors.joining(", "));
    diagnostics.error(
        name.place(),
        "kind",
        "placement \""
            + name.text()
            + "\" takes no "
            + card.kind().verb()
            + ". It takes: "
            + accepted);
  }

  private void known(Scalar name, Collection<String> declared, String what) {
    if (declared.contains(name.text())) return;
    diagnostics.error(
        name.place(),
        "unknown-" + what,
        "unknown " + what + " \"" + name.text() + "\"." + Nearest.maybe(name.text(), declared));
  }
}
