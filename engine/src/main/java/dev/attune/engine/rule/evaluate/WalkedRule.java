package dev.attune.engine.rule.evaluate;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Derive;
import dev.attune.engine.rule.Propose;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A rule that can be walked without a session.
 *
 * @param order the rule's number within the release
 * @param alternatives the rule matches in every way one of them holds
 */
record WalkedRule(
    int order,
    CheckedRule rule,
    List<Conjunction> alternatives,
    List<Offer> offers,
    List<String> segments) {
  /** A proposal and the card it names. */
  record Offer(Propose propose, ActionCard card) {}

  static WalkedRule of(
      int order, CheckedRule rule, List<Conjunction> alternatives, Map<String, ActionCard> cards) {
    return new WalkedRule(order, rule, alternatives, offers(rule, cards), segments(rule));
  }

  private static List<Offer> offers(CheckedRule rule, Map<String, ActionCard> cards) {
    return only(Propose.class, rule)
        .map(each -> new Offer(each, Objects.requireNonNull(cards.get(each.action()))))
        .toList();
  }

  private static List<String> segments(CheckedRule rule) {
    return only(Derive.class, rule).map(Derive::segment).toList();
  }

  private static <T> Stream<T> only(Class<T> type, CheckedRule rule) {
    return rule.consequences().stream().filter(type::isInstance).map(type::cast);
  }

  /** Gives the sink each way the rule matches. */
  void walk(Row row, Sink sink) {
    for (Conjunction each : alternatives) if (each.walk(row, sink)) return;
  }
}
