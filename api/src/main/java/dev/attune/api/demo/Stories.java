package dev.attune.api.demo;

import dev.attune.api.demo.Story.Acceptance;
import dev.attune.api.demo.Story.Habit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the packaged {@code stories.yaml}; a mistake in it is a bug. */
final class Stories {
  private static final String FILE = "stories.yaml";
  private static final List<String> USUAL_CONSENT =
      List.of("personalisation", "experiments", "email");

  private Stories() {}

  /** All stories, in the file's order. */
  static List<Story> packaged() {
    try (InputStream yaml = Objects.requireNonNull(Stories.class.getResourceAsStream(FILE))) {
      Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
      return map(root).entrySet().stream()
          .map(entry -> story(entry.getKey(), map(entry.getValue())))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Story story(String id, Map<String, Object> told) {
    return new Story(
        id,
        (Integer) told.getOrDefault("people", 1),
        map(told.getOrDefault("traits", Map.of())),
        list(told.getOrDefault("consent", USUAL_CONSENT)).stream().map(String::valueOf).toList(),
        list(told.getOrDefault("events", List.of())).stream().map(Stories::habit).toList(),
        list(told.getOrDefault("accepts", List.of())).stream().map(Stories::acceptance).toList());
  }

  private static Habit habit(Object node) {
    Map<String, Object> told = map(node);
    int times = (Integer) told.getOrDefault("times", 1);
    Duration longestAgo =
        told.get("at") instanceof String at
            ? duration(at)
            : Duration.ofDays((Integer) told.getOrDefault("days", 1));
    return new Habit(
        String.valueOf(told.get("event")),
        times,
        longestAgo,
        map(told.getOrDefault("with", Map.of())));
  }

  private static Acceptance acceptance(Object node) {
    Map<String, Object> told = map(node);
    return new Acceptance(String.valueOf(told.get("action")), String.valueOf(told.get("at")));
  }

  /** {@code 30h} or {@code 12d}. */
  private static Duration duration(String text) {
    long amount = Long.parseLong(text.substring(0, text.length() - 1));
    return text.endsWith("h") ? Duration.ofHours(amount) : Duration.ofDays(amount);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Object node) {
    return (List<Object>) node;
  }
}
