package dev.attune.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.engine.text.Numbers;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words an explanation for a rule author or somebody who helps people. */
final class ExplanationText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.ENGLISH);

  private final JsonNode made;
  private final JsonNode why;
  private final PrintWriter out;

  /**
   * @param made the decision's record
   * @param why its explanation
   */
  ExplanationText(JsonNode made, JsonNode why, PrintWriter out) {
    this.made = made;
    this.why = why;
    this.out = out;
  }

  void print() {
    head();
    why.path("chosen").forEach(this::chosen);
    why.path("notChosen").forEach(this::notChosen);
    if (why.has("flip")) flip(why.get("flip"));
    if (!why.path("agrees").asBoolean())
      out.println(
          "\nRun again, the decision comes out otherwise than it was recorded. That is a bug:"
              + " please report it with the decision's id.");
  }

  private void head() {
    JsonNode facts = made.path("facts");
    String person =
        facts.has("userId") ? facts.path("userId").asText() : facts.path("anonymousId").asText();
    ZoneId zone = ZoneId.of(facts.path("zone").asText("UTC"));
    String at = TIME.format(Instant.parse(made.path("at").asText()).atZone(zone));
    out.printf("%s at %s (%s), decided for %s%n", person, at, zone, placements());
    String state = made.path("state").asText();
    String reason = made.path("reason").asText();
    out.printf(
        "on %s facts%s and release %s%n",
        state, reason.isEmpty() ? "" : " (" + reason + ")", made.path("release").asText());
  }

  private String placements() {
    StringBuilder placements = new StringBuilder();
    made.path("placements")
        .forEach(
            each -> placements.append(placements.length() == 0 ? "" : ", ").append(each.asText()));
    return placements.toString();
  }

  private void chosen(JsonNode won) {
    out.printf(
        "%n%s was chosen for %s, at place %d%n",
        name(won), won.path("placement").asText(), won.path("rank").asInt());
    out.printf("  because:  %s%n", won.path("because").asText());
    rule(won.path("rule"));
    won.path("facts").forEach(this::fact);
    won.path("beat")
        .forEach(
            beaten ->
                out.printf("  beat:     %s, by %s%n", name(beaten), beaten.path("by").asText()));
  }

  /** An action, and the item where it stands for each. */
  private static String name(JsonNode verdict) {
    String item = verdict.path("item").asText();
    return verdict.path("action").asText() + (item.isEmpty() ? "" : " for " + item);
  }

  /** That a feature is called what it is called is no news; that somebody is in a group is. */
  private void fact(JsonNode fact) {
    String name = fact.path("fact").asText();
    String value = value(fact.path("value"));
    if (name.endsWith(" " + value) && !name.startsWith("Segment ")) return;
    out.printf(
        "  fact:     %s %s is %s%s%n",
        name, fact.path("property").asText(), value, provenance(fact));
  }

  private static String provenance(JsonNode fact) {
    String source = fact.path("source").asText();
    String quote = fact.path("quote").asText();
    if (source.isEmpty()) return "";
    return " (" + source + (quote.isEmpty() ? "" : ": \"" + quote + '"') + ")";
  }

  private void rule(JsonNode rule) {
    out.printf(
        "  rule:     \"%s\" at %s%n", rule.path("name").asText(), rule.path("place").asText());
    String intent = rule.path("intent").asText();
    if (!intent.isEmpty()) out.printf("            %s%n", intent);
  }

  private void notChosen(JsonNode lost) {
    out.printf("%n%s was not chosen for %s%n", name(lost), lost.path("placement").asText());
    out.printf("  reason:   %s (%s)%n", lost.path("detail").asText(), lost.path("reason").asText());
    JsonNode gate = lost.path("gate");
    String constraint = gate.path("constraint").asText();
    out.printf(
        "  written:  %s%s%n",
        gate.path("place").asText(), constraint.isEmpty() ? "" : "  " + constraint);
    JsonNode misses = lost.path("misses");
    if (!misses.isEmpty()) rule(misses.get(0).path("rule"));
    for (int i = 0; i < misses.size(); i++) {
      if (i > 0) other(misses.get(i));
      misses.get(i).path("through").forEach(this::through);
    }
  }

  private void other(JsonNode miss) {
    out.printf(
        "  nor by:   \"%s\": %s at %s%n",
        miss.path("rule").path("name").asText(),
        miss.path("sentence").asText(),
        miss.path("place").asText());
  }

  private void through(JsonNode miss) {
    out.printf(
        "  since:    \"%s\" does not hold: %s at %s%n",
        miss.path("rule").path("name").asText(),
        miss.path("sentence").asText(),
        miss.path("place").asText());
  }

  private void flip(JsonNode flip) {
    boolean shown = !why.path("chosen").isEmpty();
    String turned = shown ? "It would not have been shown" : "It would have been shown";
    if (flip.isNull()) {
      boolean complete = why.path("flipSearch").asText().equals("complete");
      out.printf(
          "%n%s%n",
          complete
              ? "No change of at most three facts would have turned this."
              : "No change of few facts was found that would have turned this.");
      return;
    }
    out.printf("%n%s if%n", turned);
    flip.path("changes")
        .forEach(
            change ->
                out.printf(
                    "  %s had been: %s (it was: %s)%n",
                    change.path("fact").asText(),
                    change.path("to").asText(),
                    change.path("from").asText()));
  }

  private static String value(JsonNode value) {
    if (value.isTextual()) return value.asText();
    return value.isDouble() ? Numbers.plain(value.asDouble()) : value.toString();
  }
}
