package dev.attune.engine.health;

import dev.attune.engine.action.ActionCard;
import dev.attune.engine.action.AttentionBudget;
import dev.attune.engine.action.Placement;
import dev.attune.engine.action.Window;
import dev.attune.engine.explain.WrittenRules;
import dev.attune.engine.rule.CheckedRule;
import dev.attune.engine.rule.Content;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rule's fate hangs on: the rule, its card, its placements and its budgets with all that
 * stands in them. Each has a name and a state, another one as soon as it decides otherwise; where
 * it stands, spaces, comments and what an action says to people do not matter. Immutable.
 */
public final class Circumstances {
  private final Content content;
  private final Map<String, String> states = new HashMap<>();
  private final Map<String, List<ActionCard>> cards = new LinkedHashMap<>();

  private Circumstances(Content content) {
    this.content = content;
  }

  public static Circumstances of(Content content) {
    Circumstances all = new Circumstances(content);
    WrittenRules written = WrittenRules.of(content);
    for (CheckedRule rule : content.rules()) all.states.put(name(rule), States.of(rule));
    for (ActionCard card : content.cards().values()) {
      List<String> rules =
          written.proposing(card.id()).stream().map(rule -> all.states.get(name(rule))).toList();
      all.add(name(card), List.of(card), States.of(card) + rules);
    }
    for (Placement each : content.placements().byId().values())
      all.addShared(name(each), States.of(each), card -> card.placements().contains(each.id()));
    for (AttentionBudget each : content.placements().attention())
      all.addShared(name(each), States.of(each), card -> all.drawsOn(each, card));
    return all;
  }

  private void add(String name, List<ActionCard> involved, String text) {
    cards.put(name, involved);
    states.put(name, States.digest(text));
  }

  private void addShared(String name, String own, Predicate<ActionCard> isIn) {
    List<ActionCard> involved = content.cards().values().stream().filter(isIn).toList();
    String theirs =
        involved.stream()
            .map(card -> card.id() + states.get(name(card)))
            .sorted()
            .collect(Collectors.joining());
    add(name, involved, own + theirs);
  }

  public Content content() {
    return content;
  }

  /** The state of each by its name. */
  public Map<String, String> states() {
    return states;
  }

  /** What caps and budgets can stop an action. */
  List<String> bounding(ActionCard card) {
    return Stream.concat(
            Stream.of(name(card)),
            content.placements().attention().stream()
                .filter(each -> drawsOn(each, card))
                .map(Circumstances::name))
        .toList();
  }

  /** Where an action meets its rivals. */
  List<String> contesting(ActionCard card) {
    Stream<ActionCard> excluding =
        content.cards().values().stream()
            .filter(each -> each.excludes().contains(card.id()) || isNamedBy(card, each));
    return Stream.concat(
            Stream.concat(Stream.of(card), excluding).map(Circumstances::name),
            card.placements().stream().map(Circumstances::placement))
        .distinct()
        .toList();
  }

  private static boolean isNamedBy(ActionCard card, ActionCard other) {
    return card.excludes().contains(other.id());
  }

  /** When cards among these came into their windows or left them. */
  Stream<Instant> turns(Collection<String> names, Instant now) {
    return names.stream()
        .flatMap(name -> cards.getOrDefault(name, List.of()).stream())
        .map(ActionCard::window)
        .flatMap(Circumstances::edges)
        .filter(edge -> !edge.isAfter(now));
  }

  private static Stream<Instant> edges(Window window) {
    return Stream.of(Optional.ofNullable(window.from()), Optional.ofNullable(window.until()))
        .flatMap(Optional::stream);
  }

  private boolean drawsOn(AttentionBudget budget, ActionCard card) {
    return budget.kinds().contains(card.kind())
        && card.placements().stream()
            .map(content.placements().byId()::get)
            .anyMatch(placement -> placement != null && placement.interrupts());
  }

  static String name(CheckedRule rule) {
    return "rule " + rule.ref().useCase() + '/' + rule.ref().name();
  }

  private static String name(ActionCard card) {
    return "card " + card.id();
  }

  private static String name(Placement placement) {
    return placement(placement.id());
  }

  private static String placement(String id) {
    return "placement " + id;
  }

  private static String name(AttentionBudget budget) {
    return "budget " + budget.id();
  }
}
