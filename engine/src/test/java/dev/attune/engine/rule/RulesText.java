package dev.attune.engine.rule;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A small rules folder in memory, whose one use case is given. */
public final class RulesText {
  private static final String VOCABULARY =
      """
      profile:
        role: { type: one-of, values: [marketer, engineer], label: "what you do", sayable: true }
        seats: { type: number, label: "how many seats you have", sayable: true }
      visit:
        page: { type: text, label: "the page" }
      events:
        document.created: {}
        tone.applied: {}
      features:
        tone: { adopted-by: tone.applied }
      items:
        draft: { id: draftId, title: title, opened-by: document.created }
      """;
  private static final String PLACEMENTS =
      """
      placements:
        sidebar: { size: 1, kinds: [nudge] }
        other: { size: 1, kinds: [nudge] }
      """;
  private static final String CARDS =
      """
      try-tone:
        kind: nudge
        placements: [sidebar]
        class: educational
        priority: 50
        content: { title: "Try tone" }
      """;

  private RulesText() {}

  /** A rule's {@code when} part that proposes the one action. */
  public static Map<String, byte[]> when(String conditions) {
    return rules(
        """
        // The sentence above the rule.
        rule "try tone"
        when
        %s
        then
            decisions.nudge( "try-tone" ).because( "has not tried it" );
        end
        """
            .formatted(conditions.indent(4).stripTrailing()));
  }

  /** Whole rules; the first line of the text is line 6 of {@code features/tone.drl}. */
  public static Map<String, byte[]> rules(String rules) {
    String head =
        """
        package features

        import dev.attune.engine.fact.*
        global dev.attune.engine.action.Decisions decisions

        """;
    Map<String, byte[]> files = new TreeMap<>();
    files.put("vocabulary.yaml", bytes(VOCABULARY));
    files.put("placements.yaml", bytes(PLACEMENTS));
    files.put("features/actions.yaml", bytes(CARDS));
    files.put("features/tone.drl", bytes(head + rules));
    return files;
  }

  public static Content read(Map<String, byte[]> files) {
    Reading reading = ContentReader.read(files);
    if (reading instanceof Reading.Read read) return read.content();
    throw new IllegalStateException("the fixture is wrong: " + reading.diagnostics());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
