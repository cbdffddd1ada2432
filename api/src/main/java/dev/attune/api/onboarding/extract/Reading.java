package dev.attune.api.onboarding.extract;

import dev.attune.engine.profile.ConversationState;
import java.util.List;
import java.util.Set;

/**
 * A message taken apart, with what came before it.
 *
 * @param message as the person sent it
 * @param english whether it may be English, which is what the encoder reads
 * @param corrects whether it mends something said before: "no, sales"
 */
record Reading(
    String message,
    List<Clause> clauses,
    WordLists lists,
    ConversationState state,
    Set<String> asked,
    boolean corrects,
    boolean english) {

  /** Whether a bare answer may be about this field. */
  boolean expects(String field) {
    return asked.contains(field)
        || (corrects && asked.isEmpty() && state.noted().containsKey(field));
  }

  int words() {
    return clauses.stream().mapToInt(Clause::size).sum();
  }
}
