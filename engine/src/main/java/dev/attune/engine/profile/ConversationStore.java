package dev.attune.engine.profile;

import dev.attune.engine.fact.PersonId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps conversations between two turns, for all servers together. Safe for any thread; never
 * blocks; a failed stage means that the store did not answer.
 */
public interface ConversationStore {
  /** The conversation of a session; empty when there is none or it is past its time. */
  CompletionStage<Optional<Stored>> load(String session);

  /** The session a person's conversation goes on in, whichever of their names it began under. */
  CompletionStage<Optional<String>> sessionOf(PersonId person);

  /**
   * Keeps other turns of the session out until {@code release}, or for 15 seconds at most.
   *
   * @param token names this turn
   * @return false when another turn is under way
   */
  CompletionStage<Boolean> claim(String session, String token);

  /** Lets the next turn in; does nothing when the claim is another's by now. */
  CompletionStage<Void> release(String session, String token);

  /**
   * Replaces what is kept.
   *
   * @return false when the person was erased and nothing is kept
   */
  CompletionStage<Boolean> save(String session, PersonId person, Stored conversation);

  /** Forgets everything said in a person's conversation. */
  CompletionStage<Void> erase(PersonId person);

  /**
   * A conversation as text that means nothing to the store.
   *
   * @param state kept as long as the profile
   * @param transcript what was said; kept for days only
   */
  record Stored(String state, String transcript) {}
}
