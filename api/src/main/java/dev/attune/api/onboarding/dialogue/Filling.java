package dev.attune.api.onboarding.dialogue;

import dev.attune.api.onboarding.dialogue.Slot.Filled;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Puts a value that a person chose, wrote as shown, or said yes to into its slot. */
final class Filling {
  private static final String BUTTON = "choice";
  private static final String NAMED = "named";
  private static final String CONFIRMED = "confirmed";

  private final Map<String, Field> fields;

  Filling(Map<String, Field> fields) {
    this.fields = fields;
  }

  Conversation choose(Conversation now, Move.Choose choose, Instant at) {
    Object value = joined(now.slot(choose.field()), choose.field(), choose.value());
    String label = Choices.label(choose.value());
    return fill(now, choose.field(), new Noted(value, label, now.turn(), BUTTON, 1, BUTTON, at));
  }

  Conversation name(Conversation now, Move.Name name, Instant at) {
    Object value = joined(now.slot(name.field()), name.field(), name.value());
    return fill(now, name.field(), new Noted(value, name.words(), now.turn(), NAMED, 1, NAMED, at));
  }

  /** What was doubted is said again, now. */
  Conversation confirm(Conversation now, String field, Noted kept, String words, Instant at) {
    return fill(
        now,
        field,
        new Noted(kept.value(), words, now.turn(), CONFIRMED, 1, kept.packVersion(), at));
  }

  private static Conversation fill(Conversation now, String field, Noted noted) {
    return now.with(field, new Filled(now.slot(field).asks(), noted));
  }

  /** One more value of a many-of field joins those noted already; a set replaces them. */
  private Object joined(Slot slot, String name, Object value) {
    Field field = fields.get(name);
    boolean joins =
        field != null && field.type() == FieldType.MANY_OF && !(value instanceof Collection<?>);
    if (!joins) return value;
    Set<Object> several = new LinkedHashSet<>();
    slot.noted().ifPresent(noted -> several.addAll((Collection<?>) noted.value()));
    several.add(value);
    return Collections.unmodifiableSet(several);
  }
}
