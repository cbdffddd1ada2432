package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.arbitration.Obstacle;
import dev.attune.engine.explain.Explanation;
import dev.attune.engine.explain.Lost;
import dev.attune.engine.explain.Miss;
import dev.attune.engine.explain.UsedFact;
import dev.attune.engine.explain.Won;
import dev.attune.engine.explain.Won.Beaten;
import dev.attune.engine.explain.flip.Flip;
import dev.attune.engine.explain.flip.Flip.FactChange;
import dev.attune.engine.explain.flip.FlipAnswer;
import dev.attune.engine.explain.why.WhyAnswer;
import dev.attune.engine.fact.Provenance;
import java.io.IOException;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes why each action was chosen or not. */
final class ExplanationWriter {
  private final JsonGenerator json;

  ExplanationWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(WhyAnswer answer) throws IOException {
    Explanation explanation = answer.explanation();
    json.writeStartObject();
    json.writeStringField("decisionId", explanation.decision());
    json.writeStringField("release", explanation.release());
    json.writeBooleanField("agrees", explanation.agrees());
    json.writeArrayFieldStart("chosen");
    for (Won won : explanation.won()) won(won);
    json.writeEndArray();
    json.writeArrayFieldStart("notChosen");
    for (Lost lost : explanation.lost()) lost(lost);
    json.writeEndArray();
    if (answer.flip() != null) flip(answer.flip());
    json.writeEndObject();
  }

  /** Null when there is none; {@code flipSearch} says whether everything was tried. */
  private void flip(FlipAnswer answer) throws IOException {
    json.writeStringField("flipSearch", answer instanceof FlipAnswer.Cut ? "cut" : "complete");
    Flip flip = answer.orNull();
    if (flip == null) {
      json.writeNullField("flip");
      return;
    }
    json.writeObjectFieldStart("flip");
    json.writeArrayFieldStart("changes");
    for (FactChange change : flip.changes()) {
      json.writeStartObject();
      json.writeStringField("fact", change.fact());
      json.writeStringField("from", change.from());
      json.writeStringField("to", change.to());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void won(Won won) throws IOException {
    json.writeStartObject();
    json.writeStringField("placement", won.placement());
    json.writeStringField("action", won.action());
    if (won.item() != null) json.writeStringField("item", won.item());
    json.writeNumberField("rank", won.rank());
    DecisionWriter.rule(json, won.rule());
    json.writeStringField("because", won.because());
    json.writeArrayFieldStart("facts");
    for (UsedFact fact : won.facts()) fact(fact);
    json.writeEndArray();
    json.writeNumberField("score", won.score());
    DecisionWriter.drawn(json, won.drawn());
    RecordWriter.parts(json, won.parts());
    json.writeArrayFieldStart("beat");
    for (Beaten beaten : won.beat()) {
      json.writeStartObject();
      json.writeStringField("action", beaten.action());
      if (beaten.item() != null) json.writeStringField("item", beaten.item());
      json.writeStringField("by", beaten.by());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void fact(UsedFact fact) throws IOException {
    json.writeStartObject();
    json.writeStringField("fact", fact.fact());
    json.writeStringField("property", fact.property());
    value("value", fact.value());
    Provenance provenance = fact.provenance();
    if (provenance != null) {
      json.writeStringField("source", provenance.source().name().toLowerCase(Locale.ROOT));
      json.writeStringField("at", provenance.at().toString());
      if (provenance.quote() != null) json.writeStringField("quote", provenance.quote());
    }
    json.writeBooleanField("sayable", fact.sayable());
    json.writeStringField("place", fact.place().toString());
    json.writeEndObject();
  }

  private void lost(Lost lost) throws IOException {
    json.writeStartObject();
    json.writeStringField("placement", lost.placement());
    json.writeStringField("action", lost.action());
    if (lost.item() != null) json.writeStringField("item", lost.item());
    json.writeStringField("reason", lost.reason().name());
    json.writeStringField("detail", lost.detail());
    obstacle(lost.obstacle());
    misses("misses", lost.misses());
    json.writeEndObject();
  }

  /** The constraint that stopped it, where its author wrote it. */
  private void obstacle(Obstacle obstacle) throws IOException {
    json.writeObjectFieldStart("gate");
    json.writeStringField("place", obstacle.place().toString());
    json.writeStringField("constraint", obstacle.constraint());
    value("actual", obstacle.actual());
    json.writeStringField("needed", obstacle.needed());
    json.writeEndObject();
  }

  private void misses(String name, List<Miss> misses) throws IOException {
    json.writeArrayFieldStart(name);
    for (Miss miss : misses) miss(miss);
    json.writeEndArray();
  }

  private void miss(Miss miss) throws IOException {
    json.writeStartObject();
    DecisionWriter.rule(json, miss.rule());
    json.writeStringField("place", miss.place().toString());
    json.writeStringField("sentence", miss.sentence());
    json.writeStringField("fact", miss.fact());
    if (!miss.constraint().isEmpty()) json.writeStringField("constraint", miss.constraint());
    if (miss.property() != null) json.writeStringField("property", miss.property());
    if (miss.operator() != null) json.writeStringField("operator", miss.operator());
    value("actual", miss.actual());
    value("needed", miss.needed());
    misses("through", miss.through());
    json.writeEndObject();
  }

  private void value(String name, @Nullable Object value) throws IOException {
    json.writeFieldName(name);
    Json.value(json, value instanceof Temporal moment ? moment.toString() : value);
  }
}
