package dev.attune.api.onboarding.prompt;

import java.util.Locale;

/** What a person may ask of the conversation itself, in words. */
public enum Command {
  WHY,
  SKIP,
  UNDO,
  RECAP,
  LATER,
  FINISH;

  /** Its key in {@code commands.yaml}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
