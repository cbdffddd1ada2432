package dev.attune.api.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.publish.replay.Move;
import dev.attune.engine.publish.replay.ReplayReport;
import dev.attune.engine.publish.replay.ReplayReport.ActionChange;
import dev.attune.engine.publish.replay.ReplayReport.Decisions;
import dev.attune.engine.publish.replay.ReplayReport.Example;
import dev.attune.engine.publish.replay.ReplayReport.NotReplayed;
import dev.attune.engine.publish.replay.ReplayReport.PlacementUse;
import dev.attune.engine.publish.replay.ReplayReport.Pressure;
import dev.attune.engine.publish.replay.ReplayReport.ResultShare;
import dev.attune.engine.publish.replay.ReplayReport.SegmentChange;
import dev.attune.engine.publish.replay.ReplayReport.Why;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/** Writes a report as JSON. */
public final class ReplayJson {
  private final JsonGenerator json;

  public ReplayJson(JsonGenerator json) {
    this.json = json;
  }

  /** The whole report as one object; what else the object is to hold is written first. */
  public void write(ReplayReport report, Head head) throws IOException {
    json.writeStartObject();
    head.write(json);
    json.writeStringField("draft", report.draft());
    decisions(report.decisions());
    counts("madeOn", report.madeOn());
    each("notReplayed", report.notReplayed(), this::notReplayed);
    each("actions", report.actions(), this::action);
    each("segments", report.segments(), this::segment);
    each("moves", report.moves().entrySet(), this::move);
    json.writeObjectFieldStart("pressure");
    pressure("before", report.before());
    pressure("after", report.after());
    json.writeEndObject();
    each("placements", report.placements(), this::placement);
    each("results", report.results(), this::result);
    each("examples", report.examples(), this::example);
    json.writeEndObject();
  }

  /** Fields before the report's. */
  @FunctionalInterface
  public interface Head {
    Head NONE = json -> {};

    void write(JsonGenerator json) throws IOException;
  }

  @FunctionalInterface
  private interface Part<T> {
    void write(T part) throws IOException;
  }

  private <T> void each(String name, Collection<T> parts, Part<T> writer) throws IOException {
    json.writeArrayFieldStart(name);
    for (T part : parts) writer.write(part);
    json.writeEndArray();
  }

  private void counts(String name, Map<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> one : counts.entrySet())
      json.writeNumberField(one.getKey(), one.getValue());
    json.writeEndObject();
  }

  private void texts(String name, Collection<String> texts) throws IOException {
    each(name, texts, json::writeString);
  }

  private void decisions(Decisions decisions) throws IOException {
    json.writeObjectFieldStart("decisions");
    json.writeNumberField("read", decisions.read());
    json.writeNumberField("replayed", decisions.replayed());
    json.writeNumberField("changed", decisions.changed());
    json.writeNumberField("shareChanged", decisions.shareChanged());
    json.writeNumberField("reworded", decisions.reworded());
    json.writeNumberField("identical", decisions.identical());
    json.writeNumberField("unproven", decisions.unproven());
    json.writeEndObject();
  }

  private void notReplayed(NotReplayed one) throws IOException {
    json.writeStartObject();
    json.writeStringField("reason", one.reason());
    json.writeNumberField("count", one.count());
    texts("decisions", one.decisions());
    json.writeEndObject();
  }

  private void action(ActionChange one) throws IOException {
    json.writeStartObject();
    json.writeStringField("action", one.action());
    json.writeNumberField("before", one.before());
    json.writeNumberField("after", one.after());
    json.writeNumberField("gained", one.gained());
    json.writeNumberField("lost", one.lost());
    json.writeEndObject();
  }

  private void segment(SegmentChange one) throws IOException {
    json.writeStartObject();
    segmentName("segment", one.segment());
    json.writeNumberField("before", one.before());
    json.writeNumberField("after", one.after());
    json.writeNumberField("changed", one.changed());
    counts("gained", one.gained());
    counts("lost", one.lost());
    json.writeEndObject();
  }

  /** The people in no segment are told by null. */
  private void segmentName(String field, String name) throws IOException {
    if (name.equals(ReplayReport.NO_SEGMENT)) json.writeNullField(field);
    else json.writeStringField(field, name);
  }

  private void move(Map.Entry<Move, Long> one) throws IOException {
    json.writeStartObject();
    move(one.getKey());
    json.writeNumberField("count", one.getValue());
    json.writeEndObject();
  }

  private void move(Move move) throws IOException {
    json.writeStringField("action", move.action());
    json.writeStringField("from", Move.told(move.from()));
    json.writeStringField("to", Move.told(move.to()));
  }

  private void pressure(String side, Pressure pressure) throws IOException {
    json.writeObjectFieldStart(side);
    json.writeNumberField("reservations", pressure.reservations());
    json.writeNumberField("interruptions", pressure.interruptions());
    json.writeNumberField("refused", pressure.refused());
    json.writeNumberField("asked", pressure.asked());
    json.writeNumberField("fallbacks", pressure.fallbacks());
    json.writeNumberField("fallbackRate", pressure.fallbackRate());
    json.writeNumberField("overran", pressure.overran());
    json.writeEndObject();
  }

  private void placement(PlacementUse one) throws IOException {
    json.writeStartObject();
    json.writeStringField("placement", one.placement());
    json.writeNumberField("asked", one.asked());
    json.writeNumberField("fallbacksBefore", one.before());
    json.writeNumberField("fallbacksAfter", one.after());
    json.writeEndObject();
  }

  private void result(ResultShare one) throws IOException {
    json.writeStartObject();
    json.writeStringField("placement", one.placement());
    json.writeStringField("result", one.result());
    texts("actions", one.actions());
    json.writeNumberField("people", one.people());
    json.writeNumberField("share", one.share());
    json.writeNumberField("smallestShare", one.smallest());
    json.writeEndObject();
  }

  private void example(Example one) throws IOException {
    json.writeStartObject();
    json.writeStringField("decisionId", one.decision());
    move(one.move());
    segmentName("segment", one.segment());
    json.writeNumberField("count", one.count());
    texts("placements", one.placements());
    texts("segmentsBefore", one.segmentsBefore());
    texts("segmentsAfter", one.segmentsAfter());
    each(
        "otherMoves",
        one.moves(),
        move -> {
          json.writeStartObject();
          move(move);
          json.writeEndObject();
        });
    why("before", one.before());
    why("after", one.after());
    json.writeEndObject();
  }

  private void why(String side, Why why) throws IOException {
    json.writeObjectFieldStart(side);
    json.writeStringField("verdict", Move.told(why.reason()));
    json.writeStringField("why", why.text());
    if (why.rule() != null) json.writeStringField("rule", why.rule());
    if (why.place() != null) json.writeStringField("place", why.place().toString());
    texts("facts", why.facts());
    json.writeEndObject();
  }
}
