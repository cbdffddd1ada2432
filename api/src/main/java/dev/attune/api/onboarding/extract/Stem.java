package dev.attune.api.onboarding.extract;

import java.util.Set;

/** Brings English word forms together, roughly. */
final class Stem {
  /** Nouns that only look like a verb's form. */
  private static final Set<String> NOUNS =
      Set.of(
          "meeting",
          "booking",
          "marketing",
          "accounting",
          "billing",
          "banking",
          "housing",
          "nursing",
          "spending",
          "staffing",
          "recording",
          "filing",
          "listing",
          "opening",
          "advertising",
          "gardening",
          "feed",
          "speed");

  /** What some words would be without their last letter, which are words of their own. */
  private static final Set<String> OTHER_WORDS =
      Set.of("not", "car", "plan", "win", "her", "on", "rid", "bar", "far", "fin", "rat", "tap");

  private Stem() {}

  /** {@code companies} and {@code company} become one; verbs stay as they are. */
  static String singular(String word) {
    if (word.equals("news")) return word;
    int length = word.length();
    if (length < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us"))
      return word;
    if (word.endsWith("is")) return word;
    if (word.endsWith("ies") && length > 4) return word.substring(0, length - 3) + "y";
    if (word.endsWith("sses") || word.endsWith("ches") || word.endsWith("shes")) {
      return word.substring(0, length - 2);
    }
    return word.substring(0, length - 1);
  }

  /** {@code hires}, {@code hiring} and {@code hired} become one as well. */
  static String of(String word) {
    String stem = singular(word);
    if (NOUNS.contains(stem) || stem.equals("founded")) return stem;
    if (stem.endsWith("ing") && stem.length() >= 6) stem = bare(stem, 3);
    else if (stem.endsWith("ied") && stem.length() > 4) stem = bare(stem, 3) + "y";
    else if (stem.endsWith("ed") && stem.length() >= 5) stem = bare(stem, 2);
    if (!stem.endsWith("e") || stem.length() <= 3) return stem;
    String bare = stem.substring(0, stem.length() - 1);
    return OTHER_WORDS.contains(bare) ? stem : bare;
  }

  private static String bare(String word, int ending) {
    String bare = word.substring(0, word.length() - ending);
    int last = bare.length() - 1;
    boolean doubled = last > 1 && bare.charAt(last) == bare.charAt(last - 1);
    return doubled && "bdgmnprt".indexOf(bare.charAt(last)) >= 0 ? bare.substring(0, last) : bare;
  }
}
