package dev.attune.engine.fact;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known about people. Every call is one atomic step per person, also between servers.
 * A stage fails only when the store cannot be reached; what is then not known to be written may be
 * sent again under the same id. Thread-safe.
 *
 * <p>How often an action met a person and the attention it cost stand in the same facts, but are
 * written by {@code AttentionLedger} alone.
 */
public interface FactStore {
  /** How long an erased person's late events are turned away. */
  Duration TOMBSTONE = Duration.ofDays(30);

  /**
   * Everything known, under the name the facts stand; {@link Known#nothing} of a person never heard
   * of.
   */
  CompletionStage<Known> load(PersonId person);

  /**
   * What was read about a person lately and may still hold; {@code AttentionLedger.reserveAsOf}
   * tells whether it does. Null: is to be read.
   */
  default @Nullable Known recall(PersonId person) {
    return null;
  }

  /**
   * Enters changes. Consent that an erased person grants again ends the erasure: it is the one way
   * back.
   */
  CompletionStage<Written> write(PersonId person, Write write);

  /**
   * Makes a visitor the user they turned out to be. A visitor who is a user already stays that one:
   * two users who share a device are two people, and only {@link #merge} makes them one.
   */
  CompletionStage<Void> join(PersonId visitor, PersonId user);

  /**
   * Makes two people one: what was known of either and what is still to come is one person's, who
   * goes by both names. The facts stand under the lesser name, so that merging in whatever order,
   * at the same time or in a circle ends in the same person.
   */
  CompletionStage<Void> merge(PersonId one, PersonId other);

  /**
   * Forgets a person and everyone merged into them, decisions, reservations and what they said
   * included.
   *
   * @return false when nothing was known
   */
  CompletionStage<Boolean> erase(PersonId person);

  /** Everything kept, what has been superseded included. */
  CompletionStage<Export> export(PersonId person);
}
