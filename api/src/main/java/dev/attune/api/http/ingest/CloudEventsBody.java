package dev.attune.api.http.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.api.http.Checked;
import dev.attune.api.http.Fault;
import dev.attune.api.http.Problem;
import dev.attune.engine.event.Event;
import dev.attune.engine.event.EventKind;
import dev.attune.engine.event.EventTime;
import dev.attune.engine.fact.PersonId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 over HTTP in its three modes. {@code type} is the event's name, {@code
 * subject} the user, the extension {@code anonymousid} the visitor, {@code timezone} the person's
 * zone, {@code data} the properties; {@code source} and {@code id} together count once.
 */
public final class CloudEventsBody {
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCHED = "application/cloudevents-batch+json";
  private static final String PREFIX = "ce-";
  private static final int NAME = 256;

  private final Instant receivedAt;
  private final boolean weighs;
  private final List<Event> events = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Fault> late = new ArrayList<>();
  private int clamped;

  private CloudEventsBody(Instant receivedAt, boolean weighs) {
    this.receivedAt = receivedAt;
    this.weighs = weighs;
  }

  /**
   * @param headers by name; only those that begin with {@code ce-} are looked at
   */
  public static Checked<Ingested> read(
      byte[] body,
      @Nullable String contentType,
      Iterable<Map.Entry<String, String>> headers,
      Instant receivedAt) {
    String format = format(contentType);
    CloudEventsBody reading = new CloudEventsBody(receivedAt, Trees.mayBeTooLarge(body));
    Problem problem =
        switch (format) {
          case STRUCTURED -> reading.structured(body);
          case BATCHED -> reading.batched(body);
          default -> reading.binary(body, format, headers);
        };
    if (problem != null) return Checked.refused(problem);
    return Checked.good(
        new Ingested(reading.events, reading.faults, reading.late, reading.clamped, null));
  }

  private @Nullable Problem structured(byte[] body) {
    Checked<JsonNode> tree = Trees.read(body);
    if (tree.problem() != null) return tree.problem();
    if (!tree.get().isObject()) return Problem.invalid("", "an object is needed");
    event(tree.get(), "");
    return faults.isEmpty() ? null : Problem.invalid(List.copyOf(faults));
  }

  private @Nullable Problem batched(byte[] body) {
    Checked<JsonNode> tree = Trees.read(body);
    if (tree.problem() != null) return tree.problem();
    if (!tree.get().isArray()) return Problem.invalid("", "a list of events is needed");
    int index = 0;
    for (JsonNode each : tree.get()) {
      String pointer = "/" + index++;
      if (each.isObject()) event(each, pointer);
      else faults.add(new Fault(pointer, "an object is needed"));
    }
    return null;
  }

  private @Nullable Problem binary(
      byte[] body, String format, Iterable<Map.Entry<String, String>> headers) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, String> header : headers) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith(PREFIX))
        event.put(name.substring(PREFIX.length()), unescaped(header.getValue()));
    }
    if (!event.has("specversion")) return unknownFormat(format);
    if (event.has("datacontenttype"))
      return Problem.badParameter("ce-datacontenttype is told by Content-Type");
    if (body.length > 0) {
      if (!isJson(format)) return unknownFormat(format);
      Checked<JsonNode> data = Trees.read(body);
      if (data.problem() != null) return data.problem();
      event.set("data", data.get());
    }
    event(event, "");
    return faults.isEmpty() ? null : Problem.invalid(List.copyOf(faults));
  }

  private void event(JsonNode node, String pointer) {
    Fault tooLarge = weighs ? Trees.tooLarge(node, pointer) : null;
    if (tooLarge != null) {
      faults.add(tooLarge);
      return;
    }
    Members members = new Members(node, pointer);
    if (!"1.0".equals(members.text("specversion"))) members.fault("specversion", "1.0 is needed");
    String id = needed(members, "id");
    String source = needed(members, "source");
    String name = needed(members, "type");
    String user = members.id("subject");
    String visitor = members.id("anonymousid");
    Instant told = members.time("time");
    if (name.length() > NAME) members.fault("type", "at most " + NAME + " characters are taken");
    if (user == null && visitor == null)
      members.fault("subject", "the user's id is needed, or the extension anonymousid");
    faults.addAll(members.faults());
    if (!members.faults().isEmpty()) return;

    JsonNode data = data(members);
    if (data == null) {
      faults.addAll(members.faults());
      return;
    }
    EventTime time = EventTime.of(told, null, receivedAt);
    if (time.clamped()) clamped++;
    add(
        new Event(
            EventIds.of(source + " " + id, true, () -> ""),
            EventKind.TRACK,
            user == null ? null : PersonId.user(user),
            visitor == null ? null : PersonId.anonymous(visitor),
            name,
            time.at(),
            receivedAt,
            false,
            Trees.map(data),
            Map.of(),
            null,
            Members.zone(node.get("timezone"))),
        pointer);
  }

  private void add(Event event, String pointer) {
    Fault tooLate = Ingested.late(event, pointer);
    if (tooLate == null) events.add(event);
    else late.add(tooLate);
  }

  /** The properties; missing when there are none, null when they cannot be read. */
  private static @Nullable JsonNode data(Members members) {
    JsonNode plain = members.event().path("data");
    String packed = members.text("data_base64");
    boolean json = isJson(format(members.event().path("datacontenttype").asText("")));
    if (packed == null || !json) return plain;
    try {
      Checked<JsonNode> read = Trees.read(Base64.getDecoder().decode(packed));
      if (read.problem() == null) return read.get();
    } catch (IllegalArgumentException notBase64) {
      // told below, as JSON that cannot be read
    }
    members.fault("data_base64", "JSON in Base64 is needed");
    return null;
  }

  private static String needed(Members members, String name) {
    String text = members.text(name);
    if (text != null && !text.isEmpty()) return text;
    members.fault(name, "is needed");
    return "";
  }

  private static String format(@Nullable String contentType) {
    if (contentType == null) return "";
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isJson(String format) {
    return format.isEmpty() || format.endsWith("/json") || format.endsWith("+json");
  }

  private static Problem unknownFormat(String format) {
    return Problem.of(
        415,
        "unknown-format",
        "This format is not taken",
        format
            + ": send CloudEvents 1.0 as "
            + STRUCTURED
            + ", "
            + BATCHED
            + ", or as ce- headers with JSON data.");
  }

  /** Header values carry other than plain ASCII as percent-escaped UTF-8. */
  private static String unescaped(String value) {
    if (value.indexOf('%') < 0) return value;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = value.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(raw[i + 2], 16) : -1;
      bytes.write(low < 0 ? raw[i] : high * 16 + low);
      if (low >= 0) i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
