package dev.attune.api.onboarding.prompt;

import java.util.Locale;

/** What a person may ask of the conversation itself, in words. */
public enum Command {
  WHY,
  SKIP,
  UNDO,
  RECAP,
  LATER,
  FINISH,
  HELLO,
  YES,
  NO;

  /** Whether it answers a question of the conversation, so that it counts only after one. */
  public boolean isAnswer() {
    return this == YES || this == NO;
  }

  /** Whether it is taken when the message says something else too. */
  public boolean goesBesideWords() {
    return !isAnswer() && this != HELLO;
  }

  /** Its key in {@code commands.yaml}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
