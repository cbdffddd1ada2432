package dev.attune.engine.publish.ceiling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a grid of three cards, each for whom its condition is true of. */
final class GridRules {
  private GridRules() {}

  static Map<String, byte[]> rivals(int ceiling) {
    return of(ceiling, "role == \"a\"", "role == \"b\"", "role == \"c\"");
  }

  static Map<String, byte[]> independent() {
    return of(100, "role == \"a\"", "seats != null && seats >= 7", "keen == true");
  }

  static Map<String, byte[]> of(int ceiling, String a, String b, String c) {
    Map<String, byte[]> files = new TreeMap<>();
    put(
        files,
        "vocabulary.yaml",
        """
        profile:
          role: { type: one-of, values: [a, b, c], label: "what you do", purpose: service }
          seats: { type: number, label: "seats", purpose: service }
          tags: { type: many-of, values: [w, x, y, z], label: "tags", purpose: service }
          keen: { type: flag, label: "keen", purpose: service }
        """);
    put(
        files,
        "placements.yaml",
        """
        placements:
          grid: { size: 3, kinds: [module], ceiling: %d }
        """
            .formatted(ceiling));
    StringBuilder cards = new StringBuilder();
    StringBuilder rules =
        new StringBuilder(
            """
            package grid

            import dev.attune.engine.fact.*
            global dev.attune.engine.action.Decisions decisions

            """);
    List<String> names = List.of("a", "b", "c");
    List<String> conditions = List.of(a, b, c);
    for (int i = 0; i < 3; i++) {
      cards.append(
          "for-%s: { kind: module, placements: [grid], class: service, purpose: service, content: { title: \"%s\" } }\n"
              .formatted(names.get(i), names.get(i)));
      rules.append(
          """
          // Some people.
          rule "%s"
          when
              Profile( %s )
          then
              decisions.module( "for-%s" ).because( "is one of them" );
          end

          """
              .formatted(names.get(i), conditions.get(i), names.get(i)));
    }
    put(files, "grid/actions.yaml", cards.toString());
    put(files, "grid/rules.drl", rules.toString());
    return files;
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }
}
