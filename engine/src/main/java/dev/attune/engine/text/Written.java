package dev.attune.engine.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a single value is written: flags, numbers, and the constants of closed sets. */
final class Written {
  private Written() {}

  static Optional<Boolean> flag(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }

  static Optional<Double> number(String text, double least, double most) {
    if (!text.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) return Optional.empty();
    double number = Double.parseDouble(text);
    return number < least || number > most ? Optional.empty() : Optional.of(number);
  }

  static String shown(double number) {
    return number % 1 == 0 ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** A constant, in lower case with hyphens or, as on the wire, underscores. */
  static <E extends Enum<E>> Optional<E> constant(String written, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(
            each -> {
              String hyphens = hyphens(each);
              return written.equals(hyphens) || written.equals(hyphens.replace('-', '_'));
            })
        .findFirst();
  }

  /** What to write instead of something that is no constant. */
  static <E extends Enum<E>> String instead(String written, Class<E> type) {
    List<String> known = Arrays.stream(type.getEnumConstants()).map(Written::hyphens).toList();
    String maybe = Nearest.maybe(written, known);
    return maybe.isEmpty() ? " Known: " + String.join(", ", known) : maybe;
  }

  private static String hyphens(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
