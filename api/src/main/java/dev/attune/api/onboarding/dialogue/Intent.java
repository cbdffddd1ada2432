package dev.attune.api.onboarding.dialogue;

import java.util.List;

/** What the conversation wants to say next. Words are put to it later and can change nothing. */
public sealed interface Intent {
  /**
   * Asks for a field.
   *
   * @param again it was asked before, so other words are due
   * @param offers likely values, best first, at most three
   */
  record Ask(String field, boolean again, List<Offer> offers) implements Intent {}

  /** Asks back about a value. */
  record Confirm(String field, Doubt doubt, List<Offer> offers) implements Intent {}

  /** Says what a field is kept for; its question stays open. */
  record Explain(String field, List<Offer> offers) implements Intent {}

  /** Shows what was noted and asks whether it is right. */
  record Recap() implements Intent {}

  /** Asks what to change of what was noted. */
  record Amend() implements Intent {}

  /** Says that the conversation can go on any time. */
  record Pause() implements Intent {}

  /** Thanks and ends. */
  record Farewell() implements Intent {}
}
