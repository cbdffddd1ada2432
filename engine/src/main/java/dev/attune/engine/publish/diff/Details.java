package dev.attune.engine.publish.diff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what can change about a part, in the words of the file it is declared in. */
final class Details {
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int SECONDS_OF_HOUR = 3_600;
  private static final int SECONDS_OF_MINUTE = 60;

  private final Map<String, List<String>> byName = new TreeMap<>();

  /** Adds a value; nothing when there is none. */
  Details add(String name, @Nullable Object value) {
    if (value != null) byName.computeIfAbsent(name, unseen -> new ArrayList<>()).add(words(value));
    return this;
  }

  Details addAll(String name, Collection<?> values) {
    values.forEach(value -> add(name, value));
    return this;
  }

  /** Adds each leaf of a tree of maps and lists under its path, e.g. {@code content.title}. */
  Details addTree(String name, @Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      map.forEach((key, value) -> addTree(name + "." + key, value));
    } else if (tree instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) addTree(name + "." + (i + 1), list.get(i));
    } else {
      add(name, tree);
    }
    return this;
  }

  Map<String, List<String>> byName() {
    return byName;
  }

  private static String words(Object value) {
    if (value instanceof Enum<?> one) return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    if (value instanceof Duration duration) return words(duration);
    if (value instanceof Double number && number == Math.rint(number))
      return String.valueOf(number.longValue());
    return value.toString();
  }

  /** As authors write it: in the largest unit that divides it. */
  private static String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % SECONDS_OF_DAY == 0) return seconds / SECONDS_OF_DAY + "d";
    if (seconds % SECONDS_OF_HOUR == 0) return seconds / SECONDS_OF_HOUR + "h";
    return seconds % SECONDS_OF_MINUTE == 0 ? seconds / SECONDS_OF_MINUTE + "m" : seconds + "s";
  }
}
