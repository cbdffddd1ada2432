package dev.attune.api.onboarding.prompt;

import java.util.Locale;
import java.util.Set;

/** The sentences the conversation can say, each with the placeholders it may hold. */
public enum Sentence {
  GREETING(),
  RESUMED(),
  NOTED("facts"),
  REMOVED("labels"),
  NOT_UNDERSTOOD(),
  ASK("question"),
  ASK_AGAIN("question", "label"),
  ASK_AGAIN_OPENLY("question", "label"),
  UNSURE("label"),
  DISPUTED("label"),
  STALE("label", "value"),
  CONTRADICTED("label", "value"),
  EXPLAIN("label", "purpose"),
  RECAP("facts"),
  RECAP_NOTHING(),
  AMEND(),
  PAUSE(),
  FAREWELL();

  private final Set<String> placeholders;

  Sentence(String... placeholders) {
    this.placeholders = Set.of(placeholders);
  }

  Set<String> placeholders() {
    return placeholders;
  }

  /** Its key in {@code say.yaml}, e.g. {@code ask-again}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
