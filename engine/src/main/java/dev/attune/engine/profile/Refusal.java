package dev.attune.engine.profile;

/** Why a candidate fact was not believed. */
public enum Refusal {
  /** The vocabulary does not let the conversation learn this field. */
  UNKNOWN_FIELD,
  /** The value is not one the field may hold. */
  VALUE_NOT_ALLOWED,
  /** No words are quoted, or they do not stand in this person's own turn. */
  NOT_QUOTED,
  /** It must be asked back before it may be stored. */
  UNCERTAIN
}
