package dev.attune.engine.scenario;

import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.rule.Content;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Moments;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.YamlTree;
import dev.attune.engine.text.YamlTree.Entry;
import dev.attune.engine.text.YamlTree.Mapping;
import dev.attune.engine.text.YamlTree.Scalar;
import dev.attune.engine.text.YamlTree.Sequence;
import dev.attune.engine.text.YamlValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the readers of a scenario file share: names held against the content, typed values. */
record Checks(Content content, Diagnostics diagnostics) {
  /** Each of so many is lived through: it is made an event, or an exposure. */
  private static final int MOST = 10_000;

  private static final int FEW = 20;

  boolean isKnown(String name, Set<String> valid, String what, Place place) {
    if (valid.contains(name)) return true;
    error(place, "unknown-" + what, "unknown " + what + " \"" + name + "\"." + next(name, valid));
    return false;
  }

  /** The nearest name, or all of them when they are few. */
  private static String next(String name, Set<String> valid) {
    String maybe = Nearest.maybe(name, valid);
    if (!maybe.isEmpty() || valid.isEmpty() || valid.size() > FEW) return maybe;
    return " Known: " + String.join(", ", new TreeSet<>(valid));
  }

  /**
   * Whether there is such an action; one that stands for each item is followed by the item, as in
   * {@code call-new-lead lead/l-1}.
   */
  boolean isAction(String key, Place place) {
    String action = ActionKey.action(key);
    if (!isKnown(action, content.cards().keySet(), "action", place)) return false;
    boolean each = Objects.requireNonNull(content.cards().get(action)).forEachItem();
    String item = ActionKey.item(key);
    if (item == null || (each && item.indexOf('/') > 0)) return true;
    error(
        place,
        "item",
        each
            ? "\"" + item + "\" is to name an item: its kind and id, such as lead/l-1"
            : "\"" + action + "\" stands once: only a card with for-each: item has one for each");
    return false;
  }

  boolean isEvent(String name, Place place) {
    return isKnown(name, content.vocabulary().events().keySet(), "event", place);
  }

  boolean isPlacement(String name, Place place) {
    return isKnown(name, content.placements().byId().keySet(), "placement", place);
  }

  void error(Place place, String code, String message) {
    diagnostics.error(place, code, message);
  }

  void wrongType(YamlTree tree, String what, String wanted) {
    error(tree.place(), "wrong-type", "\"" + what + "\" is to be " + wanted);
  }

  /** The value of a key; null when it is not there. */
  static @Nullable YamlTree value(Mapping mapping, String key) {
    Entry entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  /** The entries of a key's mapping; none when it is not there or nothing. */
  Map<String, Entry> entries(Mapping mapping, String key) {
    YamlTree tree = value(mapping, key);
    if (tree == null || isNothing(tree)) return Map.of();
    if (tree instanceof Mapping nested) return nested.entries();
    wrongType(tree, key, "a mapping of names");
    return Map.of();
  }

  List<YamlTree> items(Mapping mapping, String key) {
    YamlTree tree = value(mapping, key);
    if (tree == null || isNothing(tree)) return List.of();
    if (tree instanceof Sequence sequence) return sequence.items();
    wrongType(tree, key, "a list");
    return List.of();
  }

  /** One known action or a list of them. */
  List<String> actions(YamlTree tree) {
    List<String> actions = new ArrayList<>();
    for (YamlTree item : tree instanceof Sequence list ? list.items() : List.of(tree)) {
      if (!(item instanceof Scalar name)) wrongType(item, "actions", "a list of actions");
      else if (!name.isNothing() && isAction(name.text(), name.place())) actions.add(name.text());
    }
    return actions;
  }

  static boolean isNothing(YamlTree tree) {
    return tree instanceof Scalar scalar && scalar.isNothing();
  }

  /** A whole number that is neither negative nor huge; 0, with a diagnostic, when it is none. */
  int count(YamlTree tree, String what) {
    if (!(YamlValue.of(tree) instanceof Integer number) || number < 0) {
      wrongType(tree, what, "a whole number, 0 or more");
      return 0;
    }
    if (number <= MOST) return number;
    wrongType(tree, what, "at most " + MOST);
    return 0;
  }

  @Nullable Integer optionalCount(Mapping mapping, String key) {
    YamlTree tree = value(mapping, key);
    return tree == null ? null : (Integer) count(tree, key);
  }

  int count(Mapping mapping, String key, int fallback) {
    Integer count = optionalCount(mapping, key);
    return count == null ? fallback : count;
  }

  Instant moment(Mapping mapping, String key, Instant fallback) {
    YamlTree tree = value(mapping, key);
    if (tree == null) return fallback;
    try {
      Instant moment = tree instanceof Scalar scalar ? Instant.parse(scalar.text()) : null;
      if (moment != null && Moments.isOfThisWorld(moment)) return moment;
    } catch (DateTimeException notAMoment) {
      // told below, like any other shape
    }
    wrongType(tree, key, "a moment such as 2026-03-10T10:00:00Z");
    return fallback;
  }

  void refuseOtherKeys(Mapping mapping, Set<String> known) {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key))
                error(
                    entry.keyPlace(),
                    "unknown-key",
                    "unknown key \"" + key + "\"." + next(key, known));
            });
  }
}
