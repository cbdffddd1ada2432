package dev.attune.engine.event;

import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Counts what apps send and the vocabulary does not know, so that authors can see it. Bounded: at
 * most 1,000 names are kept. Thread-safe.
 */
public interface Undeclared {
  /** Of how many people a name is known to be sent. */
  int SENDERS = 8;

  /** What is not known. */
  enum Part {
    EVENT,
    TRAIT,
    /** A declared trait with a value its field may not hold. */
    TRAIT_VALUE,
    /** A field for which values of another type are kept than it has now; counted when decided. */
    STORED_VALUE
  }

  /** A name the vocabulary does not know; values are never kept. */
  record Name(Part part, String name, long count, Instant last) {}

  /** Counts one; never blocks, never fails. */
  void seen(Part part, String name, PersonId by, Instant at);

  /**
   * Forgets the names that this person alone has sent, because a name an app makes up may say who
   * somebody is. What more than {@link #SENDERS} people sent says nothing about any of them.
   */
  CompletionStage<Void> forget(PersonId person);

  /** All of them, the most frequent first. */
  CompletionStage<List<Name>> names();
}
