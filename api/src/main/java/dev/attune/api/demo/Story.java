package dev.attune.api.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The last weeks of one person, or of many people alike, with times relative to now.
 *
 * @param id the person's id, or the beginning of it when there are several
 * @param people how many people it is about, 1 or more
 * @param traits as written; a date may be relative, e.g. {@code -12d}
 * @param consent the purposes agreed to, as on the wire
 */
record Story(
    String id,
    int people,
    Map<String, Object> traits,
    List<String> consent,
    List<Habit> habits,
    List<Acceptance> accepts) {

  /**
   * Something done, once or repeatedly.
   *
   * @param times 1 or more
   * @param longestAgo when there are several they are spread between then and now; a single one
   *     happened exactly then
   */
  record Habit(String event, int times, Duration longestAgo, Map<String, Object> properties) {}

  /** An action that was shown in a placement and accepted. */
  record Acceptance(String action, String placement) {}
}
