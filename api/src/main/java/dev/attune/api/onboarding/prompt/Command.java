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
  FORGET,
  YES,
  NO,
  FIRST,
  SECOND,
  THIRD;

  /** Whether it is taken when the message says something else too. */
  public boolean goesBesideWords() {
    return switch (this) {
      case WHY, SKIP, UNDO, RECAP, LATER, FINISH -> true;
      case HELLO, FORGET, YES, NO, FIRST, SECOND, THIRD -> false;
    };
  }

  /** Its key in {@code commands.yaml}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
