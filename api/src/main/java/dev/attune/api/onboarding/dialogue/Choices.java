package dev.attune.api.onboarding.dialogue;

import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values a person can press instead of writing. */
public final class Choices {
  private static final int LIKELY = 3;

  private Choices() {}

  /** Every value of the field; empty when it is not one of a list. */
  public static List<Offer> all(Field field) {
    if (field.type() == FieldType.FLAG) {
      return List.of(new Offer(true, "Yes"), new Offer(false, "No"));
    }
    return field.values().stream().map(value -> new Offer(value, label(value))).toList();
  }

  /** The likely values first, filled up to three from the vocabulary's order. */
  static List<Offer> likely(Field field, List<Offer> ranked) {
    return Stream.concat(ranked.stream(), all(field).stream())
        .collect(
            Collectors.toMap(
                Offer::value, offer -> offer, (first, same) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .limit(LIKELY)
        .toList();
  }

  /** As a person reads it: {@code project_manager} is "Project manager". */
  public static String label(Object value) {
    if (value instanceof Iterable<?> several) {
      List<String> labels = new ArrayList<>();
      several.forEach(one -> labels.add(label(one)));
      return String.join(", ", labels);
    }
    if (value instanceof Boolean yes) return yes ? "Yes" : "No";
    if (value instanceof Double number && number == Math.rint(number)) {
      return String.valueOf(number.longValue());
    }
    String words = value.toString().replace('_', ' ').replace('-', ' ').strip();
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
