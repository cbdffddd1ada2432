package dev.attune.engine.text;

import java.util.List;
import java.util.Map;

/** A YAML document as a tree that remembers where everything stands. Immutable. */
public sealed interface YamlTree {
  Place place();

  /**
   * A scalar.
   *
   * @param plain written without quotes, so that it may mean a number, a flag or nothing
   */
  record Scalar(String text, boolean plain, Place place) implements YamlTree {
    public boolean isNothing() {
      return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }
  }

  /** A list. */
  record Sequence(List<YamlTree> items, Place place) implements YamlTree {}

  /**
   * A mapping.
   *
   * @param entries by key, in the file's order
   */
  record Mapping(Map<String, Entry> entries, Place place) implements YamlTree {}

  /** One line of a mapping. */
  record Entry(Place keyPlace, YamlTree value) {}
}
