package dev.attune.api.http.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.api.http.Checked;
import dev.attune.api.http.Fault;
import dev.attune.api.http.Problem;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventKind;
import dev.attune.engine.event.EventTime;
import dev.attune.engine.fact.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body of Segment's tracking contract: one event, or a batch. A faulty event of a batch
 * does not keep the others out. Unknown members are ignored.
 */
public final class TrackingBody {
  private static final int NAME = 256;

  private final TrackingCall call;
  private final Instant receivedAt;
  private final boolean weighs;
  private final List<Event> events = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> late = new ArrayList<>();
  private int clamped;

  private TrackingBody(TrackingCall call, Instant receivedAt, boolean weighs) {
    this.call = call;
    this.weighs = weighs;
    this.receivedAt = receivedAt;
  }

  /** Refused when it is no JSON, no object, or a batch without its list. */
  public static Checked<Ingested> read(byte[] body, TrackingCall call, Instant receivedAt) {
    Checked<JsonNode> tree = Trees.read(body);
    if (tree.problem() != null) return Checked.refused(tree.problem());
    JsonNode root = tree.get();
    if (!root.isObject()) return Checked.refused(Problem.invalid("", "an object is needed"));
    TrackingBody reading = new TrackingBody(call, receivedAt, Trees.mayBeTooLarge(body));
    if (call.kind() != null) reading.event(root, "", null, null);
    else if (root.path("batch").isArray()) reading.batch(root);
    else return Checked.refused(Problem.invalid("/batch", "a list of events is needed"));
    JsonNode key = root.get("writeKey");
    return Checked.good(
        new Ingested(
            reading.events,
            reading.faults,
            reading.late,
            reading.clamped,
            key == null || !key.isTextual() ? null : key.asText()));
  }

  private void batch(JsonNode root) {
    Members batch = new Members(root, "");
    Instant sentAt = batch.time("sentAt");
    faults.addAll(batch.faults());
    int index = 0;
    for (JsonNode each : root.path("batch")) {
      String pointer = "/batch/" + index++;
      if (each.isObject()) event(each, pointer, sentAt, root.get("context"));
      else faults.add(new Fault(pointer, "an object is needed"));
    }
  }

  private void event(
      JsonNode node, String pointer, @Nullable Instant batchSentAt, @Nullable JsonNode common) {
    Fault tooLarge = weighs ? Trees.tooLarge(node, pointer) : null;
    if (tooLarge != null) {
      faults.add(tooLarge);
      return;
    }
    Members members = new Members(node, pointer);
    EventKind kind = kind(members);
    String user = members.id("userId");
    String visitor = members.id("anonymousId");
    String name = kind == EventKind.TRACK ? name(members) : "";
    Instant told = told(members);
    Instant sentAt = members.time("sentAt");
    String previous = kind == EventKind.ALIAS ? members.id("previousId") : null;
    if (kind == EventKind.ALIAS && previous == null)
      members.fault("previousId", "an alias needs the other id");
    if (user == null && visitor == null) members.fault("", "userId or anonymousId is needed");
    faults.addAll(members.faults());
    if (kind == null || !members.faults().isEmpty()) return;

    EventTime time = EventTime.of(told, sentAt == null ? batchSentAt : sentAt, receivedAt);
    if (time.clamped()) clamped++;
    JsonNode zone = node.path("context").path("timezone");
    if (zone.isMissingNode() && common != null) zone = common.path("timezone");
    add(
        new Event(
            EventIds.of(node.path("messageId").asText(), told != null, () -> content(node)),
            kind,
            user == null ? null : PersonId.user(user),
            visitor == null ? null : PersonId.anonymous(visitor),
            name,
            time.at(),
            receivedAt,
            call.isHistory(),
            Trees.map(node.get("properties")),
            kind == EventKind.IDENTIFY ? Trees.map(traits(node)) : Map.of(),
            previous,
            Members.zone(zone)),
        pointer);
  }

  private void add(Event event, String pointer) {
    Fault tooLate = Ingested.late(event, pointer);
    if (tooLate == null) events.add(event);
    else late.add(tooLate);
  }

  private @Nullable EventKind kind(Members members) {
    if (call.kind() != null) return call.kind();
    String type = members.text("type");
    for (EventKind kind : EventKind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(type)) return kind;
    }
    members.fault("type", "one of track, identify, page, screen, group, alias is needed");
    return null;
  }

  private static String name(Members members) {
    String name = members.text("event");
    if (name != null && !name.isEmpty() && name.length() <= NAME) return name;
    members.fault("event", "the event's name is needed, at most " + NAME + " characters");
    return "";
  }

  private static @Nullable Instant told(Members members) {
    String name = members.node("timestamp") == null ? "originalTimestamp" : "timestamp";
    return members.time(name);
  }

  private static @Nullable JsonNode traits(JsonNode node) {
    JsonNode traits = node.get("traits");
    return traits == null ? node.path("context").get("traits") : traits;
  }

  /** What makes an event the same when it is sent again: all of it but when that was. */
  private static String content(JsonNode node) {
    return ((ObjectNode) node.deepCopy())
        .without(List.of("sentAt", "_metadata", "writeKey"))
        .toString();
  }
}
