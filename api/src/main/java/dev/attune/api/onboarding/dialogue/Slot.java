package dev.attune.api.onboarding.dialogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where one field stands in a conversation. Immutable. */
public sealed interface Slot {
  /** How often the conversation asked for it. */
  int asks();

  /** What is kept for the field at this moment, if anything. */
  default Optional<Noted> noted() {
    return Optional.empty();
  }

  /** Nobody spoke of it yet, or the conversation asked and let it rest. */
  record Open(int asks) implements Slot {}

  /**
   * It was asked for and not answered yet.
   *
   * @param offers the likely values, best first, at most three; empty where any value will do
   */
  record Asked(int asks, List<Offer> offers) implements Slot {}

  /**
   * Something was heard, or is no longer believed, and the person is to decide.
   *
   * @param offers the likely values, best first, at most three
   * @param kept what stays noted until the person decides; null when nothing is
   */
  record Confirming(int asks, Doubt doubt, List<Offer> offers, @Nullable Noted kept)
      implements Slot {
    @Override
    public Optional<Noted> noted() {
      return Optional.ofNullable(kept);
    }
  }

  /** The person said it, in words or by a button. */
  record Filled(int asks, Noted value) implements Slot {
    @Override
    public Optional<Noted> noted() {
      return Optional.of(value);
    }
  }

  /** The person does not want to say it. It is never asked again. */
  record Declined(int asks) implements Slot {}
}
