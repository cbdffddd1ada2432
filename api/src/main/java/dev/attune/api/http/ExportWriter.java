package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.attention.Reaction;
import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.fact.Attention;
import dev.attune.engine.fact.Attention.Interruption;
import dev.attune.engine.fact.Attention.Reservation;
import dev.attune.engine.fact.Change.Consented;
import dev.attune.engine.fact.Change.Learnt;
import dev.attune.engine.fact.Export;
import dev.attune.engine.fact.PersonId;
import java.io.IOException;
import java.util.List;

/** Writes everything that is kept about a person, as one object. */
final class ExportWriter {
  private final JsonGenerator json;
  private final PersonWriter person;

  ExportWriter(JsonGenerator json) {
    this.json = json;
    this.person = new PersonWriter(json, true);
  }

  /**
   * What is kept of a person in all stores.
   *
   * @param outcomes oldest first
   * @param conversations a JSON array
   * @param decisions newest first
   */
  record Everything(
      Export export,
      List<Reaction> outcomes,
      String conversations,
      List<DecisionRecord> decisions) {}

  void write(Everything everything) throws IOException {
    Export export = everything.export();
    json.writeStartObject();
    person.members(export.known());
    attention(export.known().attention());
    json.writeArrayFieldStart("history");
    for (Learnt learnt : export.values()) {
      json.writeStartObject();
      json.writeStringField("field", learnt.field());
      person.value(learnt.value(), learnt.provenance());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("consentHistory");
    for (Consented consented : export.consents()) consented(consented);
    json.writeEndArray();
    json.writeArrayFieldStart("outcomes");
    for (Reaction reaction : everything.outcomes()) outcome(reaction);
    json.writeEndArray();
    json.writeArrayFieldStart("alsoKnownAs");
    for (PersonId other : export.merged()) {
      json.writeStartObject();
      person.id(other);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("conversations");
    json.writeRawValue(everything.conversations());
    json.writeArrayFieldStart("decisions");
    for (DecisionRecord made : everything.decisions()) new RecordWriter(json).whole(made);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void attention(Attention attention) throws IOException {
    json.writeObjectFieldStart("attention");
    json.writeArrayFieldStart("spent");
    for (Interruption each : attention.spent()) {
      json.writeStartObject();
      PersonWriter.key(json, each.action());
      json.writeStringField("kind", each.kind());
      json.writeStringField("at", each.at().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("reserved");
    for (Reservation each : attention.reserved()) {
      json.writeStartObject();
      PersonWriter.key(json, each.action());
      json.writeStringField("kind", each.kind());
      json.writeStringField("expiresAt", each.expiresAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void outcome(Reaction reaction) throws IOException {
    json.writeStartObject();
    json.writeStringField("decisionId", reaction.decision());
    PersonWriter.key(json, reaction.action());
    json.writeStringField("type", reaction.type().wire());
    if (reaction.reason() != null) json.writeStringField("reason", reaction.reason());
    json.writeStringField("at", reaction.at().toString());
    json.writeEndObject();
  }

  private void consented(Consented consented) throws IOException {
    json.writeStartObject();
    json.writeStringField("purpose", consented.purpose().wire());
    json.writeBooleanField("granted", consented.granted());
    json.writeStringField("at", consented.at().toString());
    json.writeStringField("source", consented.source());
    json.writeStringField("wording", consented.wording());
    json.writeEndObject();
  }
}
