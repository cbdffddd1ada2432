package dev.attune.engine.action;

import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks one field of the visit for one of several values. An unknown field holds none.
 *
 * @param wanted at least one
 */
public record VisitTest(String field, List<Wanted> wanted) {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

  /**
   * A value as written: a word, or a number or span of numbers such as {@code 6-11}, both ends
   * included; {@code 22-5} spans midnight.
   *
   * @param span null when it is no number
   */
  public record Wanted(String text, @Nullable Span span, Place place) {
    public static Wanted of(String text, Place place) {
      return new Wanted(text, parsed(text).orElse(null), place);
    }

    boolean is(Object value) {
      if (value instanceof Double number) return span != null && span.contains(number);
      return text.equals(value.toString());
    }
  }

  /** Numbers from one to another, both included; when the first is greater, those outside. */
  public record Span(double from, double to) {
    boolean contains(double number) {
      return from <= to ? number >= from && number <= to : number >= from || number <= to;
    }
  }

  boolean holds(VisitContext context) {
    Object value = context.values().get(field);
    return value != null && wanted.stream().anyMatch(one -> one.is(value));
  }

  String words() {
    return field + " is " + String.join(" or ", wanted.stream().map(Wanted::text).toList());
  }

  private static Optional<Span> parsed(String text) {
    Matcher span = SPAN.matcher(text);
    if (span.matches())
      return Optional.of(
          new Span(Double.parseDouble(span.group(1)), Double.parseDouble(span.group(2))));
    if (!NUMBER.matcher(text).matches()) return Optional.empty();
    double number = Double.parseDouble(text);
    return Optional.of(new Span(number, number));
  }
}
