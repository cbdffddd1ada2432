package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.arbitration.ScoreParts;
import dev.attune.engine.arbitration.Suppression;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecord.Chosen;
import dev.attune.engine.decision.DecisionRecord.Proposed;
import dev.attune.engine.decision.PlacementRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Writes a decision's record: what it rested on, and what it came to. */
final class RecordWriter {
  private final JsonGenerator json;

  RecordWriter(JsonGenerator json) {
    this.json = json;
  }

  void whole(DecisionRecord made) throws IOException {
    json.writeStartObject();
    head(made);
    json.writeFieldName("facts");
    new PersonWriter(json).known(made.known());
    json.writeObjectFieldStart("visit");
    for (Map.Entry<String, Object> field : new TreeMap<>(made.visit().values()).entrySet()) {
      json.writeFieldName(field.getKey());
      Object value = field.getValue();
      Json.value(json, value instanceof LocalDate date ? date.toString() : value);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("candidates");
    for (Proposed proposed : made.candidates()) proposed(proposed);
    json.writeEndArray();
    json.writeArrayFieldStart("suppressed");
    for (Suppression suppression : made.suppressed()) {
      DecisionWriter.suppression(json, suppression);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Without the facts it rested on, for lists. */
  void summary(DecisionRecord made) throws IOException {
    json.writeStartObject();
    head(made);
    json.writeEndObject();
  }

  private void head(DecisionRecord made) throws IOException {
    json.writeStringField("decisionId", made.id());
    json.writeStringField("release", made.release());
    json.writeStringField("at", made.at().toString());
    json.writeStringField("state", made.state().wire());
    String reason = made.stateReason().wire();
    if (!reason.isEmpty()) json.writeStringField("reason", reason);
    json.writeArrayFieldStart("placements");
    for (PlacementRequest asked : made.asked()) json.writeString(asked.id());
    json.writeEndArray();
    json.writeArrayFieldStart("chosen");
    for (Chosen chosen : made.chosen()) chosen(chosen);
    json.writeEndArray();
  }

  private void chosen(Chosen chosen) throws IOException {
    json.writeStartObject();
    json.writeStringField("placement", chosen.placement());
    json.writeStringField("action", chosen.action());
    if (chosen.item() != null) json.writeStringField("item", chosen.item());
    json.writeStringField("kind", chosen.kind().verb());
    json.writeNumberField("rank", chosen.rank());
    DecisionWriter.drawn(json, chosen.drawn());
    parts(json, chosen.parts());
    json.writeStringField("expiresAt", chosen.expiresAt().toString());
    json.writeEndObject();
  }

  /** The parts of a score, which multiply to it. */
  static void parts(JsonGenerator json, ScoreParts parts) throws IOException {
    json.writeObjectFieldStart("parts");
    json.writeNumberField("priority", parts.priority());
    json.writeNumberField("weight", parts.weight());
    json.writeNumberField("likelihood", parts.likelihood());
    json.writeNumberField("value", parts.value());
    json.writeNumberField("liking", parts.liking());
    json.writeNumberField("affinity", parts.affinity());
    json.writeNumberField("shown", parts.evidence().shown());
    json.writeNumberField("accepted", parts.evidence().accepted());
    json.writeEndObject();
  }

  private void proposed(Proposed proposed) throws IOException {
    json.writeStartObject();
    json.writeStringField("action", proposed.action());
    json.writeStringField("rule", proposed.rule());
    json.writeStringField("because", proposed.because());
    json.writeNumberField("weight", proposed.weight());
    if (proposed.item() != null) json.writeStringField("item", proposed.item());
    json.writeEndObject();
  }
}
