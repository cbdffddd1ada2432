package dev.attune.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a rules folder of a given size. Every rule asks for a page, two profile fields and what
 * its kind adds: of ten rules four ask for a counter and a segment, two for a segment and that an
 * action was never shown, one for a counter without a segment, one for a sum, one for two counters
 * that differ, one for a segment and a count.
 */
final class BenchRules {
  static final int FIELDS = 60;
  static final int EVENTS = 15;
  static final int SEGMENTS = 16;
  static final int PAGES = 4;
  static final int SEEN = 5;
  private static final int VALUES = 4;
  private static final int RULES_PER_FOLDER = 50;

  private BenchRules() {}

  /** {@code rules} rules beside those that derive segments. */
  static void write(Path folder, int rules) throws IOException {
    text(folder.resolve("vocabulary.yaml"), vocabulary());
    text(folder.resolve("placements.yaml"), placements());
    text(folder.resolve("shared/segments.drl"), segments());
    text(folder.resolve("seen/seen.drl"), seenRules());
    text(folder.resolve("seen/actions.yaml"), seenCards());
    for (int from = 0; from < rules; from += RULES_PER_FOLDER) {
      String name = "folder" + from / RULES_PER_FOLDER;
      int to = Math.min(rules, from + RULES_PER_FOLDER);
      text(folder.resolve(name + "/rules.drl"), rules(name, from, to));
      text(folder.resolve(name + "/actions.yaml"), cards(from, to));
    }
  }

  private static void text(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String vocabulary() {
    StringBuilder yaml = new StringBuilder("profile:\n");
    for (int i = 0; i < FIELDS; i++) {
      String type = i % 2 == 0 ? "one-of, values: [v0, v1, v2, v3]" : "number";
      yaml.append(
          "  a%d: { type: %s, label: \"field %d\", purpose: service }\n".formatted(i, type, i));
    }
    yaml.append("visit:\n  page: { type: text, label: \"the page\" }\nevents:\n");
    for (int i = 0; i < EVENTS; i++) yaml.append("  thing%d.done: {}\n".formatted(i));
    return yaml.toString();
  }

  private static String placements() {
    StringBuilder yaml = new StringBuilder("placements:\n");
    for (int i = 0; i < PAGES; i++) {
      yaml.append("  page%d.side: { size: 2, kinds: [nudge], interrupts: true }\n".formatted(i));
    }
    yaml.append("  start: { size: %d, kinds: [module] }\n".formatted(SEEN));
    yaml.append("attention:\n  a-day: { kinds: [nudge], at-most: 50, per: day }\n");
    return yaml.toString();
  }

  private static String segments() {
    StringBuilder drl = new StringBuilder("package shared\n\nimport dev.attune.engine.fact.*\n");
    for (int i = 0; i < SEGMENTS; i++) {
      drl.append(
          """

          // Half of all people.
          rule "segment %d"
          when
              Profile( a%d in ( "v0", "v1" ) )
          then
              insertLogical( new Segment( "segment-%d" ) );
          end
          """
              .formatted(i, 2 * i, i));
    }
    return drl.toString();
  }

  private static String seenRules() {
    StringBuilder drl = new StringBuilder(head("seen"));
    for (int i = 0; i < SEEN; i++) {
      drl.append(
          """

          // Shown to everybody once, so that everybody has met something.
          rule "seen %d"
          when
              Activity( event == "thing%d.done" )
          then
              decisions.module( "seen-%d" ).because( "did thing %d" );
          end
          """
              .formatted(i, i, i, i));
    }
    return drl.toString();
  }

  private static String seenCards() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < SEEN; i++) {
      yaml.append(
          "seen-%d: { kind: module, placements: [start], class: service, priority: 50, content: {"
                  .formatted(i)
              + " title: \"Seen\" } }\n");
    }
    return yaml.toString();
  }

  private static String rules(String folder, int from, int to) {
    StringBuilder drl = new StringBuilder(head(folder));
    for (int i = from; i < to; i++) {
      drl.append(
          """

          // Rule %d of its kind.
          rule "rule %d"
          when
              Visit( page == "page%d" )
              Profile( a%d == "v%d", a%d > %d )
              %s
          then
              decisions.nudge( "action-%d" ).because( "met rule %d" );
          end
          """
              .formatted(
                  i,
                  i,
                  page(i),
                  2 * (i * 7 % (FIELDS / 2)),
                  i % VALUES,
                  2 * (i * 11 % (FIELDS / 2)) + 1,
                  40 + i % 50,
                  own(i),
                  i,
                  i));
    }
    return drl.toString();
  }

  /** What the kinds of rules differ in. */
  private static String own(int i) {
    String event = "thing" + i * 3 % EVENTS + ".done";
    String other = "thing" + i * 5 % EVENTS + ".done";
    String segment = "segment-" + i % SEGMENTS;
    return switch (i % 10) {
      case 4, 5 ->
          "Segment( name == \""
              + segment
              + "\" )\n    not Exposure( action == \"action-"
              + i
              + "\" )";
      case 6 ->
          "exists Activity( event == \""
              + event
              + "\", last7Days >= 2 )\n"
              + "    not Segment( name == \""
              + segment
              + "\" )";
      case 7 ->
          "accumulate( Activity( last7Days >= 1, $each : count );\n"
              + "        $all : sum( $each );\n        $all > 30 )";
      case 8 ->
          "Activity( event == \""
              + event
              + "\", $times : count )\n"
              + "    Activity( event == \""
              + other
              + "\", count > $times )";
      case 9 ->
          "Segment( name == \""
              + segment
              + "\" )\n"
              + "    accumulate( Exposure( shown >= 1, $each : shown );\n"
              + "        $shown : count( $each );\n        $shown < 6 )";
      default ->
          "Activity( event == \""
              + event
              + "\", count >= 2 )\n"
              + "    Segment( name == \""
              + segment
              + "\" )";
    };
  }

  private static String cards(int from, int to) {
    StringBuilder yaml = new StringBuilder();
    for (int i = from; i < to; i++) {
      yaml.append(
          """
          action-%d:
            kind: nudge
            placements: [page%d.side]
            class: educational
            priority: %d
            cap: { shown: 2, per: 7d, lifetime: 4 }
            cool-down: { after-dismissed: 14d }
            content: { title: "Action %d", body: "What it offers, in a sentence of usual length.", primary: { label: "Show me", url: "/action/%d" } }
          """
              .formatted(i, page(i), 10 + i % 90, i, i));
    }
    return yaml.toString();
  }

  private static int page(int rule) {
    return rule / 10 % PAGES;
  }

  private static String head(String folder) {
    return "package "
        + folder
        + "\n\nimport dev.attune.engine.fact.*\n"
        + "global dev.attune.engine.action.Decisions decisions\n";
  }
}
