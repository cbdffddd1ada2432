package dev.attune.api.onboarding.dialogue;

import org.jspecify.annotations.Nullable;

/** What the person does in one turn. */
public sealed interface Move {
  /** Writes something. */
  record Say(String text) implements Move {}

  /**
   * Presses one of the offered values, or sets a value in the recap.
   *
   * @param value typed as the vocabulary types the field
   */
  record Choose(String field, Object value) implements Move {}

  /**
   * Does not want to say it.
   *
   * @param field null for the one that is asked
   */
  record Skip(@Nullable String field) implements Move {}

  /** Takes a noted value away; it is not asked again. */
  record Remove(String field) implements Move {}

  /** Takes the last change back. */
  record Undo() implements Move {}

  /** Asks why this is asked. */
  record Why() implements Move {}

  /** Wants to see what was noted. */
  record ShowNoted() implements Move {}

  /** Puts the rest off. */
  record Later() implements Move {}

  /** Says hello, or that they are here; whatever is open stays open. */
  record Greet() implements Move {}

  /**
   * Says yes to what the conversation just asked.
   *
   * @param words the person's own
   */
  record Agree(String words) implements Move {}

  /** Says no to what the conversation just asked. */
  record Disagree() implements Move {}

  /**
   * Writes a value just as the conversation shows it.
   *
   * @param words the person's own
   */
  record Name(String field, Object value, String words) implements Move {}

  /**
   * Chooses one of the offered values by its place.
   *
   * @param place from 0
   */
  record Pick(int place) implements Move {}

  /** Takes everything that is noted away; none of it is asked again. */
  record Forget() implements Move {}

  /** Is content with what was noted. */
  record Finish() implements Move {}
}
