package dev.attune.api.onboarding.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one message told about the slots.
 *
 * @param said the value of each field the message spoke of; for a many-of field the whole set that
 *     holds after it
 * @param disputed fields about which two readings disagree; {@code ranked} holds both values
 * @param declined fields the person does not want to speak of
 * @param removed fields the person wants forgotten
 * @param reopened fields whose noted value the person took back and which may be asked again
 * @param ranked likely values of fields that are not certain, best first
 */
public record Findings(
    Map<String, Noted> said,
    Set<String> disputed,
    Set<String> declined,
    Set<String> removed,
    Set<String> reopened,
    Map<String, List<Offer>> ranked) {
  public static final Findings NOTHING =
      new Findings(Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

  /** Whether the message told nothing that can be noted or acted on. */
  public boolean isEmpty() {
    return said.isEmpty()
        && disputed.isEmpty()
        && declined.isEmpty()
        && removed.isEmpty()
        && reopened.isEmpty();
  }

  List<Offer> offers(String field) {
    return ranked.getOrDefault(field, List.of());
  }
}
