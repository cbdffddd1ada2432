package dev.attune.engine.rule.condition;

/** How diagnostics speak about types. */
final class Wording {
  private Wording() {}

  static String of(PropertyType type) {
    return switch (type) {
      case TEXT -> "text in quotes";
      case TEXTS -> "several values";
      case WHOLE, NUMBER -> "a number";
      case FLAG -> "true or false";
      case DATE -> "a date";
    };
  }
}
