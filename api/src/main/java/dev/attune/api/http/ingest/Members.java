package dev.attune.api.http.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.http.Fault;
import dev.attune.engine.fact.PersonId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the members of one event and gathers what is wrong with it. Used by one thread. */
final class Members {
  /** As SDKs write it: {@code T} or a space, an offset with or without its colon, or none. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXXXX][XXXX][X]")
          .toFormatter(Locale.ROOT);

  private final JsonNode event;
  private final String pointer;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param pointer to the event in its body, as a JSON pointer
   */
  Members(JsonNode event, String pointer) {
    this.event = event;
    this.pointer = pointer;
  }

  JsonNode event() {
    return event;
  }

  List<Fault> faults() {
    return faults;
  }

  void fault(String member, String detail) {
    faults.add(new Fault(pointer + (member.isEmpty() ? "" : "/" + member), detail));
  }

  @Nullable JsonNode node(String name) {
    JsonNode node = event.get(name);
    return node == null || node.isNull() ? null : node;
  }

  @Nullable String text(String name) {
    JsonNode node = node(name);
    if (node == null) return null;
    if (node.isTextual()) return node.asText();
    fault(name, "a text is needed");
    return null;
  }

  /** What names a person; a number is taken as its digits. Empty counts as absent. */
  @Nullable String id(String name) {
    JsonNode node = node(name);
    if (node == null) return null;
    if (!node.isTextual() && !node.isIntegralNumber()) {
      fault(name, "a text is needed");
      return null;
    }
    if (node.asText().isEmpty()) return null;
    String wrong = PersonId.fault(node.asText());
    if (wrong != null) fault(name, wrong);
    return wrong == null ? node.asText() : null;
  }

  /** ISO 8601, in UTC unless it says otherwise, or milliseconds since 1970. */
  @Nullable Instant time(String name) {
    JsonNode node = node(name);
    if (node == null) return null;
    try {
      Instant at =
          node.isIntegralNumber()
              ? Instant.ofEpochMilli(node.asLong())
              : TIME.parse(node.asText(), Members::instant);
      if (at.isAfter(Instant.EPOCH)) return at;
    } catch (DateTimeException unreadable) {
      // told below, as any other time that is of no use
    }
    fault(name, "a time such as 2026-11-24T09:30:00Z is needed");
    return null;
  }

  private static Instant instant(TemporalAccessor time) {
    return time.isSupported(ChronoField.OFFSET_SECONDS)
        ? OffsetDateTime.from(time).toInstant()
        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
  }

  static @Nullable ZoneId zone(@Nullable JsonNode name) {
    if (name == null || !name.isTextual()) return null;
    try {
      return ZoneId.of(name.asText());
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
