package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Move;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types what a caller chose by the vocabulary. */
final class Moves {
  private static final int LONGEST_TEXT = 200;

  private Moves() {}

  /** The move with its value typed; empty when the conversation has no such field or value. */
  static Optional<Move> typed(Move move, Map<String, Field> fields) {
    if (move instanceof Move.Choose choose) {
      Field field = fields.get(choose.field());
      if (field == null) return Optional.empty();
      return value(field, choose.value()).map(value -> new Move.Choose(choose.field(), value));
    }
    if (move instanceof Move.Remove remove && !fields.containsKey(remove.field())) {
      return Optional.empty();
    }
    if (move instanceof Move.Skip skip
        && skip.field() != null
        && !fields.containsKey(skip.field())) {
      return Optional.empty();
    }
    return Optional.of(move);
  }

  /** JSON pointer to what is wrong with a move that could not be typed. */
  static String wrong(Move move, Map<String, Field> fields) {
    if (move instanceof Move.Choose choose) {
      return fields.containsKey(choose.field()) ? "/choose/value" : "/choose/field";
    }
    return move instanceof Move.Remove ? "/remove" : "/skip";
  }

  private static Optional<Object> value(Field field, Object raw) {
    if (raw instanceof Collection<?> several) {
      return field.type() == FieldType.MANY_OF ? many(field, several) : Optional.empty();
    }
    return switch (field.type()) {
      case ONE_OF, MANY_OF -> Optional.of(raw).filter(field.values()::contains);
      case TEXT ->
          Optional.of(raw)
              .filter(text -> text instanceof String)
              .map(text -> Masking.mask(((String) text).strip()))
              .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TEXT)
              .map(text -> text);
      case NUMBER -> number(raw);
      case FLAG -> flag(raw);
      case DATE -> date(raw.toString());
    };
  }

  private static Optional<Object> many(Field field, Collection<?> several) {
    if (several.isEmpty() || !field.values().containsAll(several)) return Optional.empty();
    Set<Object> values = new LinkedHashSet<>(several);
    return Optional.of(Collections.unmodifiableSet(values));
  }

  private static Optional<Object> number(Object raw) {
    try {
      double number = Double.parseDouble(raw.toString().strip());
      return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Object> flag(Object raw) {
    String text = raw.toString();
    if (text.equals("true")) return Optional.of(true);
    return text.equals("false") ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Object> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }
}
