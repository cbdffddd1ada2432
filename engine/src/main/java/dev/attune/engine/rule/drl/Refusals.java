package dev.attune.engine.rule.drl;

import java.util.Map;

/** What to write instead of words that DRL knows and rules here do not. */
final class Refusals {
  private static final Map<String, String> OUTSIDE =
      Map.of(
          "function",
              "Rules have no functions. Compare properties; derive a segment for a common test",
          "query", "Rules have no queries. Derive a segment in the folder shared",
          "declare", "Facts come from vocabulary.yaml. Add a field, event or item there",
          "unit", "Rules have no units. The folder is the package",
          "dialect", "Rules have no dialect. Delete it",
          "template", "Rules have no templates. Write a decision table: a .csv file",
          "@", "Annotations are not allowed. Write a comment: // why this rule is");

  private static final Map<String, String> ATTRIBUTES =
      Map.of(
          "salience", "Rules have no order. Set \"priority\" on the card or .weight( 2 )",
          "date", "Rules have no clock. Set \"window\" on the card",
          "timer", "Rules have no clock. Compare days: daysSinceLast >= 3",
          "duration", "Rules have no clock. Compare days: daysSinceLast >= 3",
          "calendars", "Rules have no clock. Set \"quiet-hours\" in placements.yaml",
          "enabled", "Set \"published: false\" on the card",
          "extends", "A rule stands alone. Derive a segment in the folder shared",
          "activation", "Cards exclude each other: \"excludes\" in actions.yaml",
          "then", "Write \"when\" and at least one fact before \"then\"",
          "@", "Annotations are not allowed. Write a comment above the rule");

  private Refusals() {}

  static String outside(String word, String otherwise) {
    return OUTSIDE.getOrDefault(word, ATTRIBUTES.getOrDefault(word, otherwise));
  }

  static String attribute(String word) {
    return ATTRIBUTES.getOrDefault(
        word,
        OUTSIDE.getOrDefault(word, "After the name comes \"when\"; rules have no attributes"));
  }
}
