package dev.attune.api.onboarding.dialogue;

import dev.attune.api.onboarding.dialogue.Slot.Asked;
import dev.attune.api.onboarding.dialogue.Slot.Confirming;
import dev.attune.engine.vocabulary.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The question a conversation has asked and nobody has answered yet. */
final class OpenQuestion {
  private final Map<String, Field> fields;

  OpenQuestion(Map<String, Field> fields) {
    this.fields = fields;
  }

  static boolean isIn(Conversation now) {
    String field = now.asking();
    return field != null
        && (now.slot(field) instanceof Asked || now.slot(field) instanceof Confirming);
  }

  /** What it asks back about, if that is what it does. */
  static Optional<Confirming> doubted(Conversation now) {
    return now.openQuestion()
        .map(now::slot)
        .filter(slot -> slot instanceof Confirming)
        .map(slot -> (Confirming) slot);
  }

  /** The question in its first words; to be said when {@link #isIn}. */
  Intent said(Conversation now) {
    String field = Objects.requireNonNull(now.asking());
    return now.slot(field) instanceof Confirming doubtful
        ? new Intent.Confirm(field, doubtful.doubt(), doubtful.offers())
        : new Intent.Ask(field, false, offers(now, field));
  }

  /** The values to press, best first. */
  List<Offer> offers(Conversation now, String field) {
    if (now.slot(field) instanceof Confirming doubtful) return doubtful.offers();
    if (now.slot(field) instanceof Asked open && !open.offers().isEmpty()) return open.offers();
    Field asked = fields.get(field);
    return asked == null ? List.of() : Choices.likely(asked, List.of());
  }

  /** The value at a place among those offered. */
  Optional<Offer> offer(Conversation now, Move.Pick pick) {
    return now.openQuestion()
        .map(field -> offers(now, field))
        .filter(offers -> pick.place() < offers.size())
        .map(offers -> offers.get(pick.place()));
  }
}
