package dev.attune.engine.event;

import dev.attune.engine.vocabulary.Field;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a JSON value as a declared field's type; nothing when the field may not hold it. */
public final class FieldValue {
  private static final int TEXT = 2048;
  private static final int DATE = 10;

  private FieldValue() {}

  /** The value typed as in {@code ProfileValue}. */
  public static Optional<Object> of(Field field, @Nullable Object json) {
    return switch (field.type()) {
      case ONE_OF ->
          json instanceof String text && field.values().contains(text)
              ? Optional.of(text)
              : Optional.empty();
      case MANY_OF -> many(field, json);
      case TEXT ->
          json instanceof String text && text.length() <= TEXT
              ? Optional.of(text)
              : Optional.empty();
      case NUMBER -> number(json);
      case FLAG -> json instanceof Boolean ? Optional.of(json) : Optional.empty();
      case DATE -> date(json);
    };
  }

  private static Optional<Object> many(Field field, @Nullable Object json) {
    if (!(json instanceof Collection<?> values)) return Optional.empty();
    TreeSet<String> chosen = new TreeSet<>();
    for (Object value : values) {
      if (!(value instanceof String text) || !field.values().contains(text))
        return Optional.empty();
      chosen.add(text);
    }
    return Optional.of(Collections.unmodifiableSet(chosen));
  }

  private static Optional<Object> number(@Nullable Object json) {
    if (!(json instanceof Number number)) return Optional.empty();
    double value = number.doubleValue();
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  private static Optional<Object> date(@Nullable Object json) {
    if (!(json instanceof String text) || text.length() < DATE) return Optional.empty();
    boolean moment = text.length() > DATE && text.charAt(DATE) == 'T';
    if (text.length() > DATE && !moment) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(text.substring(0, DATE)));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
