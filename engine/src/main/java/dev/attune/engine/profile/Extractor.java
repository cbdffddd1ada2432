package dev.attune.engine.profile;

import java.util.Set;

/** Reads facts out of a turn. It stores nothing, and what it finds is believed by nobody yet. */
@FunctionalInterface
public interface Extractor {
  /**
   * May take tens of milliseconds, so never on an event loop. Safe for any thread.
   *
   * @param state what was noted before this turn
   * @param asked the fields the conversation had just asked for; empty after an open question
   */
  Extraction extract(Turn turn, ConversationState state, Set<String> asked);
}
