package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import dev.attune.engine.action.RuleRef;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.Choice;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.PlacementResult;
import dev.attune.engine.fact.ActionKey;
import dev.attune.engine.fact.Item;
import dev.attune.engine.rule.evaluate.Match;
import dev.attune.engine.rule.evaluate.MatchedFact;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a decision as {@code POST /v1/decisions} answers it. */
final class DecisionWriter {
  private DecisionWriter() {}

  /**
   * @param explain adds each choice's rule and the parts of its score
   */
  static void write(JsonGenerator json, Decision decision, boolean explain) throws IOException {
    json.writeStartObject();
    json.writeStringField("decisionId", decision.id());
    json.writeStringField("release", decision.release());
    json.writeStringField("at", decision.at().toString());
    json.writeStringField("state", decision.state().wire());
    String reason = decision.stateReason().wire();
    if (!reason.isEmpty()) json.writeStringField("reason", reason);
    json.writeNumberField("factsAgeMs", decision.factsAge().toMillis());
    json.writeArrayFieldStart("placements");
    for (PlacementResult placement : decision.placements()) placement(json, placement, explain);
    json.writeEndArray();
    json.writeArrayFieldStart("suppressed");
    for (Suppression suppression : decision.suppressed()) suppression(json, suppression);
    json.writeEndArray();
    if (explain) matched(json, decision.matched());
    json.writeEndObject();
  }

  /** The rules that matched, also those whose action was not chosen, and on which facts. */
  private static void matched(JsonGenerator json, List<Match> matches) throws IOException {
    json.writeArrayFieldStart("matched");
    for (Match match : matches) json.writeRawValue(match.shown(DecisionWriter::shown));
    json.writeEndArray();
  }

  private static SerializableString shown(Match match) {
    return Json.text(json -> match(json, match));
  }

  private static void match(JsonGenerator json, Match match) throws IOException {
    json.writeStartObject();
    rule(json, match.rule());
    json.writeArrayFieldStart("facts");
    for (MatchedFact fact : match.facts()) fact(json, fact);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void fact(JsonGenerator json, MatchedFact fact) throws IOException {
    json.writeStartObject();
    json.writeStringField("fact", fact.type().word());
    json.writeObjectFieldStart("read");
    for (Map.Entry<String, Object> read : fact.read().entrySet()) {
      json.writeFieldName(read.getKey());
      Object value = read.getValue();
      Json.value(json, value instanceof LocalDate date ? date.toString() : value);
    }
    json.writeEndObject();
    json.writeStringField("place", fact.place().toString());
    json.writeEndObject();
  }

  private static void placement(JsonGenerator json, PlacementResult placement, boolean explain)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", placement.placement());
    json.writeArrayFieldStart("choices");
    for (Choice choice : placement.choices()) choice(json, choice, explain);
    json.writeEndArray();
    json.writeFieldName("fallback");
    Json.value(json, placement.fallback());
    json.writeEndObject();
  }

  private static void choice(JsonGenerator json, Choice choice, boolean explain)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("action", choice.action());
    json.writeStringField("kind", choice.kind().verb());
    json.writeFieldName("content");
    Json.value(json, choice.content());
    if (!choice.with().isEmpty()) {
      json.writeFieldName("with");
      Json.value(json, choice.with());
    }
    String item = ActionKey.item(choice.key());
    if (item != null) json.writeStringField("item", item);
    Item about = choice.about();
    if (about != null) about(json, about);
    json.writeStringField("because", choice.because());
    json.writeNumberField("score", choice.score());
    json.writeNumberField("rank", choice.rank());
    drawn(json, choice.drawn());
    json.writeStringField("expiresAt", choice.expiresAt().toString());
    if (explain) explanation(json, choice);
    json.writeEndObject();
  }

  /** That a lot chose an action, and the probability it had. */
  static void drawn(JsonGenerator json, @Nullable Double probability) throws IOException {
    if (probability == null) return;
    json.writeObjectFieldStart("exploration");
    json.writeNumberField("probability", probability);
    json.writeEndObject();
  }

  private static void about(JsonGenerator json, Item item) throws IOException {
    json.writeObjectFieldStart("about");
    json.writeStringField("kind", item.kind());
    json.writeStringField("id", item.id());
    json.writeStringField("title", item.title());
    json.writeEndObject();
  }

  private static void explanation(JsonGenerator json, Choice choice) throws IOException {
    rule(json, choice.rule());
    RecordWriter.parts(json, choice.parts());
  }

  /** The rule behind something, with its author's intent. */
  static void rule(JsonGenerator json, RuleRef rule) throws IOException {
    json.writeObjectFieldStart("rule");
    json.writeStringField("useCase", rule.useCase());
    json.writeStringField("name", rule.name());
    json.writeStringField("intent", rule.intent());
    json.writeStringField("place", rule.place().toString());
    json.writeEndObject();
  }

  /** Why an action was not chosen. */
  static void suppression(JsonGenerator json, Suppression suppression) throws IOException {
    json.writeStartObject();
    json.writeStringField("action", suppression.action());
    if (suppression.item() != null) json.writeStringField("item", suppression.item());
    json.writeStringField("placement", suppression.placement());
    json.writeStringField("reason", suppression.reason().name());
    String detail = suppression.detail();
    if (detail != null) json.writeStringField("detail", detail);
    json.writeEndObject();
  }
}
