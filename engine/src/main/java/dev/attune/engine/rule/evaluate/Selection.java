package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.Expression.Property;
import dev.attune.engine.rule.condition.FactType;
import dev.attune.engine.rule.evaluate.WalkedRule.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.drools.model.functions.Function1;
import org.jspecify.annotations.Nullable;

/**
 * The rules whose actions may stand in some placements, sorted by the one value of {@code Profile}
 * or {@code Visit} they ask for: a rule for engineers is not even looked at for a marketer.
 * Immutable.
 */
final class Selection {
  /** A rule and those of its offers that may stand in the placements. */
  record Entry(WalkedRule rule, List<Offer> offers) {}

  private record Door(FactType type, String property) {}

  private record Ask(Door door, String value, Function1<Object, Object> reader) {}

  private record Gate(
      FactType type, Function1<Object, Object> reader, Map<Object, List<Entry>> byValue) {}

  private final List<Entry> always = new ArrayList<>();
  private final Map<Door, Gate> gates = new LinkedHashMap<>();

  Selection(List<WalkedRule> rules, Set<String> placementIds) {
    List<Entry> entries = new ArrayList<>();
    for (WalkedRule rule : rules) {
      List<Offer> offers =
          rule.offers().stream()
              .filter(offer -> offer.card().placements().stream().anyMatch(placementIds::contains))
              .toList();
      if (!offers.isEmpty()) entries.add(new Entry(rule, offers));
    }
    Map<Door, Set<String>> valuesAsked = new HashMap<>();
    for (Entry entry : entries) {
      for (Ask ask : asks(entry.rule)) {
        valuesAsked.computeIfAbsent(ask.door, any -> new HashSet<>()).add(ask.value);
      }
    }
    for (Entry entry : entries) place(entry, valuesAsked);
  }

  private void place(Entry entry, Map<Door, Set<String>> valuesAsked) {
    Ask best = null;
    for (Ask ask : asks(entry.rule)) {
      if (best == null || asked(ask, valuesAsked) > asked(best, valuesAsked)) best = ask;
    }
    if (best == null) {
      always.add(entry);
      return;
    }
    Ask ask = best;
    gates
        .computeIfAbsent(ask.door, door -> new Gate(door.type, ask.reader, new HashMap<>()))
        .byValue
        .computeIfAbsent(ask.value, any -> new ArrayList<>())
        .add(entry);
  }

  private static int asked(Ask ask, Map<Door, Set<String>> valuesAsked) {
    return valuesAsked.getOrDefault(ask.door, Set.of()).size();
  }

  private static List<Ask> asks(WalkedRule rule) {
    if (rule.alternatives().size() != 1) return List.of();
    List<Ask> asks = new ArrayList<>();
    for (Step step : rule.alternatives().get(0).steps()) {
      if (!(step instanceof Step.EachFact each) || !each.type().isSingle()) continue;
      for (Test test : each.tests()) {
        Ask ask = ask(each.type(), test);
        if (ask != null) asks.add(ask);
      }
    }
    return asks;
  }

  private static @Nullable Ask ask(FactType type, Test test) {
    Function1<Object, Object> reader = test.keyReader();
    return reader != null
            && test.constraint().expression() instanceof Binary binary
            && binary.operator().equals("==")
            && binary.left() instanceof Property property
            && binary.right() instanceof Literal literal
            && literal.value() instanceof String value
        ? new Ask(new Door(type, property.name()), value, reader)
        : null;
  }

  /** Every rule that may match these facts. */
  void forEach(FactSheet facts, Consumer<Entry> action) {
    for (Gate gate : gates.values()) {
      Object asked = gate.reader.apply(facts.all(gate.type)[0]);
      List<Entry> behind = asked == null ? null : gate.byValue.get(asked);
      if (behind != null) behind.forEach(action);
    }
    always.forEach(action);
  }
}
