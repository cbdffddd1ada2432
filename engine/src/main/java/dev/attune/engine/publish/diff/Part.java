package dev.attune.engine.publish.diff;

import dev.attune.engine.text.Place;
import java.util.List;
import java.util.Map;

/**
 * One thing of a release, taken apart into what can change about it.
 *
 * @param name unique for its subject
 * @param details by name, e.g. {@code priority}; the values of a detail have no order
 */
record Part(Subject subject, String name, Place place, Map<String, List<String>> details) {
  /** What tells it from other parts. */
  String key() {
    return subject + " " + name;
  }

  List<String> values(String detail) {
    return details.getOrDefault(detail, List.of());
  }
}
