package dev.attune.engine.arbitration;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.Candidate;
import dev.attune.engine.action.RuleRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a person pinned is a candidate though no rule proposes it, as long as its content needs
 * nothing that only a rule could fill in. Interruptions cannot be pinned.
 */
final class Pins {
  private static final String RULE = "pinned by the person";
  private static final String BECAUSE = "is pinned here";

  private Pins() {}

  static List<Candidate> with(List<Candidate> proposed, Slot slot, Contest contest) {
    List<String> pinned = slot.arrangement().pinned();
    if (pinned.isEmpty() || slot.placement().interrupts()) return proposed;
    List<Candidate> all = new ArrayList<>(proposed);
    for (String action : pinned) {
      ActionCard card = contest.cards().get(action);
      if (card == null || isProposed(action, proposed) || needsFilling(card.content())) continue;
      RuleRef rule = new RuleRef(card.useCase(), RULE, "", card.declaredAt());
      all.add(new Candidate(card, rule, BECAUSE, 1, Map.of(), null));
    }
    return all;
  }

  private static boolean isProposed(String action, List<Candidate> proposed) {
    return proposed.stream().anyMatch(one -> one.card().id().equals(action));
  }

  /** A name in braces, such as {@code {title}}, stands for what a rule gives. */
  private static boolean needsFilling(Object content) {
    if (content instanceof String text) return text.indexOf('{') >= 0;
    if (content instanceof Map<?, ?> map) return map.values().stream().anyMatch(Pins::needsFilling);
    return content instanceof List<?> list && list.stream().anyMatch(Pins::needsFilling);
  }
}
