package dev.attune.api.onboarding.dialogue;

/** Why a value is asked back. */
public enum Doubt {
  /** The words were not clear enough. */
  UNSURE,
  /** Two ways of reading the words disagree. */
  DISPUTED,
  /** It was said long ago. */
  STALE,
  /** What the person does speaks against what the person said. */
  CONTRADICTED;

  /** Whether one value is doubted, so that a yes keeps it. */
  boolean isAboutOneValue() {
    return this == STALE || this == CONTRADICTED;
  }
}
