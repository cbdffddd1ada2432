package dev.attune.api.onboarding.extract;

import java.util.List;

/**
 * Brings the forms of a word together, roughly, in languages that mark number, gender and case at
 * its end: "programadores", "programador" and "programadora" become one.
 */
final class Ending {
  private static final int SHORTEST_ROOT = 5;

  /** Longer ones first, without accents. */
  private static final List<String> ENDINGS =
      List.of(
          "innen", "ami", "ach", "nen", "es", "os", "as", "en", "er", "ow", "em", "om", "in", "am",
          "ar", "s", "e", "a", "o", "n", "i", "y", "u", "ами", "ях", "ов", "ом", "ой", "ы", "и",
          "а", "я", "у", "ю", "е");

  private Ending() {}

  /** The word without one ending; short words stay as they are. */
  static String cut(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_ROOT) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
