package dev.attune.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a rules folder of a given size, as an author would. */
final class BenchRules {
  static final int FIELDS = 60;
  static final int VALUES = 4;
  static final int EVENTS = 15;
  static final int SEGMENTS = 16;
  static final int PAGES = 4;
  static final int SEEN = 5;
  private static final int RULES_PER_FOLDER = 50;

  /** The folder the first rule stands in. */
  static final String FIRST = "folder0";

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

  /** The first folder's text with another bound in its first rule. */
  static String firstRuleAsking(String rules, int moreThan) {
    String field = new BenchRule(0).numberField();
    return rules.replaceFirst(field + " > [0-9]+", field + " > " + moreThan);
  }

  /** Scenarios in which the first rule fires and in which it is silent. */
  static String proof(int moreThan) {
    BenchRule rule = new BenchRule(0);
    return """
        people:
          one:
            profile: { %s: %s, %s: %d }
            activity: { %s: 2 }
        scenarios:
          - name: somebody with all it asks for
            person: one
            visit: { page: %s }
            at: %s.side
            decides: { %s: met rule 0 }
          - name: somebody with too little
            person: one
            given: { profile: { %s: %d } }
            visit: { page: %s }
            at: %s.side
            decides: {}
        """
        .formatted(
            rule.textField(),
            rule.text(),
            rule.numberField(),
            moreThan + 1,
            rule.event(),
            rule.page(),
            rule.page(),
            rule.action(),
            rule.numberField(),
            moreThan,
            rule.page(),
            rule.page());
  }

  private static void text(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private static String vocabulary() {
    StringBuilder yaml = new StringBuilder("profile:\n");
    for (int i = 0; i < FIELDS; i++) {
      String type = i % 2 == 0 ? "one-of, values: [v0, v1, v2, v3]" : "number";
      yaml.append("  a" + i + ": { type: " + type + ", label: \"field " + i + "\" }\n");
    }
    yaml.append("visit:\n  page: { type: text, label: \"the page\" }\nevents:\n");
    for (int i = 0; i < EVENTS; i++) yaml.append("  thing" + i + ".done: {}\n");
    return yaml.toString();
  }

  private static String placements() {
    StringBuilder yaml = new StringBuilder("placements:\n");
    for (int i = 0; i < PAGES; i++) {
      yaml.append("  page" + i + ".side: { size: 2, kinds: [nudge], interrupts: true }\n");
    }
    yaml.append("  start: { size: " + SEEN + ", kinds: [module] }\n");
    yaml.append("attention:\n  a-day: { kinds: [nudge], at-most: 50, per: day }\n");
    return yaml.toString();
  }

  /** Half of all people are in each. */
  private static String segments() {
    StringBuilder drl = new StringBuilder("package shared\n\nimport dev.attune.engine.fact.*\n");
    for (int i = 0; i < SEGMENTS; i++) {
      drl.append(
          """

          // Has one of two of the four values.
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

          // Everybody has met this once.
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
      yaml.append("seen-" + i + ": { kind: module, placements: [start], class: service,");
      yaml.append(" content: { title: \"Seen\" } }\n");
    }
    return yaml.toString();
  }

  private static String rules(String folder, int from, int to) {
    StringBuilder drl = new StringBuilder(head(folder));
    for (int i = from; i < to; i++) {
      BenchRule rule = new BenchRule(i);
      drl.append(
          """

          // One of many rules of its kind.
          rule "rule %d"
          when
              Visit( page == "%s" )
              Profile( %s == "%s", %s > %d )
              %s
          then
              decisions.nudge( "%s" ).because( "met rule %d" );
          end
          """
              .formatted(
                  i,
                  rule.page(),
                  rule.textField(),
                  rule.text(),
                  rule.numberField(),
                  rule.moreThan(),
                  addition(rule),
                  rule.action(),
                  i));
    }
    return drl.toString();
  }

  private static String addition(BenchRule rule) {
    return switch (rule.addition()) {
      case COUNTER_AND_SEGMENT ->
          "Activity( event == \"%s\", count >= 2 )\n    Segment( name == \"%s\" )"
              .formatted(rule.event(), rule.segment());
      case SEGMENT_AND_NEVER_SHOWN ->
          "Segment( name == \"%s\" )\n    not Exposure( action == \"%s\" )"
              .formatted(rule.segment(), rule.action());
      case COUNTER_WITHOUT_SEGMENT ->
          "exists Activity( event == \"%s\", last7Days >= 2 )\n    not Segment( name == \"%s\" )"
              .formatted(rule.event(), rule.segment());
      case SUM ->
          "accumulate( Activity( last7Days >= 1, $each : count ); $all : sum( $each ); $all > 30 )";
      case TWO_COUNTERS ->
          "Activity( event == \"%s\", $times : count )\n    Activity( event == \"%s\", count > $times )"
              .formatted(rule.event(), rule.otherEvent());
      case SEGMENT_AND_COUNT ->
          ("Segment( name == \"%s\" )\n"
                  + "    accumulate( Exposure( shown >= 1, $each : shown ); $seen : count( $each );"
                  + " $seen < 6 )")
              .formatted(rule.segment());
    };
  }

  private static String cards(int from, int to) {
    StringBuilder yaml = new StringBuilder();
    for (int i = from; i < to; i++) {
      BenchRule rule = new BenchRule(i);
      yaml.append(
          """
          %s:
            kind: nudge
            placements: [%s.side]
            class: educational
            priority: %d
            cap: { shown: 2, per: 7d, lifetime: 4 }
            cool-down: { after-dismissed: 14d }
            content: { title: "Action %d", body: "A sentence of usual length.", primary: { label: "Show me" } }
          """
              .formatted(rule.action(), rule.page(), rule.priority(), i));
    }
    return yaml.toString();
  }

  private static String head(String folder) {
    return "package "
        + folder
        + "\n\nimport dev.attune.engine.fact.*\n"
        + "global dev.attune.engine.action.Decisions decisions\n";
  }
}
