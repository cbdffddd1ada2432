package dev.attune.engine.profile;

import java.util.Map;
import java.util.Set;

/**
 * What a conversation holds before a turn, as far as reading the turn needs it.
 *
 * @param noted by field name, typed as the vocabulary types it; a set for a many-of field
 * @param declined fields the person does not want to speak of
 */
public record ConversationState(Map<String, Object> noted, Set<String> declined) {
  public static final ConversationState NOTHING = new ConversationState(Map.of(), Set.of());
}
