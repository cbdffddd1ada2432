package dev.attune.engine.rule.evaluate;

import dev.attune.engine.fact.Activity;
import dev.attune.engine.fact.Exposure;
import dev.attune.engine.fact.Feature;
import dev.attune.engine.fact.Item;
import dev.attune.engine.fact.Segment;
import dev.attune.engine.rule.condition.Expression;
import dev.attune.engine.rule.condition.Expression.Binary;
import dev.attune.engine.rule.condition.Expression.Literal;
import dev.attune.engine.rule.condition.FactType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the names that rules compare facts with, e.g. every {@code event == "tone.applied"}, so
 * that a pattern looks at the facts of that name and not at all of its type.
 */
final class Keys {
  static final int NONE = -1;

  private static final Object[] NOTHING = {};

  private final Map<FactType, Map<String, Integer>> numbers = new EnumMap<>(FactType.class);

  /** The number of the name an expression asks for, given out when new; {@code NONE} for others. */
  int numberOf(FactType type, Expression test) {
    String name = nameAskedFor(type, test);
    if (name == null) return NONE;
    Map<String, Integer> ofType = numbers.computeIfAbsent(type, any -> new HashMap<>());
    return ofType.computeIfAbsent(name, any -> ofType.size());
  }

  /** Facts of one type by the number of their name. */
  Object[][] sorted(FactType type, Object[] facts) {
    Object[][] names = new Object[numbers.getOrDefault(type, Map.of()).size()][];
    Arrays.fill(names, NOTHING);
    for (Object fact : facts) {
      int key = numberOf(type, fact);
      if (key != NONE) names[key] = with(names[key], fact);
    }
    return names;
  }

  static Object[] with(Object[] facts, Object one) {
    Object[] more = Arrays.copyOf(facts, facts.length + 1);
    more[facts.length] = one;
    return more;
  }

  /** The number of this fact's name; {@code NONE} when no rule asks for it. */
  int numberOf(FactType type, Object fact) {
    Map<String, Integer> ofType = numbers.get(type);
    if (ofType == null) return NONE;
    Integer number = ofType.get(nameOf(type, fact));
    return number == null ? NONE : number;
  }

  static @Nullable String nameAskedFor(FactType type, Expression test) {
    if (!(test instanceof Binary binary) || !binary.operator().equals("==")) return null;
    String property = keyProperty(type);
    if (isProperty(binary.left(), property)) return words(binary.right());
    return isProperty(binary.right(), property) ? words(binary.left()) : null;
  }

  private static boolean isProperty(Expression side, @Nullable String name) {
    return side instanceof Expression.Property property && property.name().equals(name);
  }

  private static @Nullable String words(Expression side) {
    return side instanceof Literal literal && literal.value() instanceof String words
        ? words
        : null;
  }

  private static @Nullable String keyProperty(FactType type) {
    return switch (type) {
      case ACTIVITY -> "event";
      case FEATURE, SEGMENT -> "name";
      case ITEM -> "kind";
      case EXPOSURE -> "action";
      case PROFILE, VISIT -> null;
    };
  }

  private static String nameOf(FactType type, Object fact) {
    return switch (type) {
      case ACTIVITY -> ((Activity) fact).event();
      case FEATURE -> ((Feature) fact).name();
      case SEGMENT -> ((Segment) fact).name();
      case ITEM -> ((Item) fact).kind();
      case EXPOSURE -> ((Exposure) fact).action();
      case PROFILE, VISIT -> throw new IllegalArgumentException(type + " has no name");
    };
  }
}
