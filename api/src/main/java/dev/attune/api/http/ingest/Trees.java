package dev.attune.api.http.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.api.http.Checked;
import dev.attune.api.http.Fault;
import dev.attune.api.http.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as apps send it in events: laxer than our own API, because text of any length up to an
 * event's 32 KiB is theirs to send. An event that is larger is refused alone, not with its batch.
 */
final class Trees {
  private static final int LARGEST_EVENT = 32 * 1024;
  private static final int LONGEST_TEXT = 512 * 1024;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(32)
                      .maxStringLength(LONGEST_TEXT)
                      .maxNameLength(512)
                      .maxNumberLength(64)
                      .build())
              .build());

  private Trees() {}

  static Checked<JsonNode> read(byte[] body) {
    return Json.tree(body, MAPPER);
  }

  /** What is wrong with an event's size; null when nothing is. */
  static @Nullable Fault tooLarge(JsonNode event, String pointer) {
    try {
      boolean large = MAPPER.writeValueAsBytes(event).length > LARGEST_EVENT;
      return large ? new Fault(pointer, "an event has at most 32 KiB") : null;
    } catch (JsonProcessingException wasRead) {
      throw new IllegalStateException(wasRead);
    }
  }

  /** Whether any event in a body may be too large. */
  static boolean mayBeTooLarge(byte[] body) {
    return body.length > LARGEST_EVENT;
  }

  /** An object as a map; empty when it is no object. Members that are null are left out. */
  static Map<String, Object> map(@Nullable JsonNode object) {
    if (object == null || !object.isObject()) return Map.of();
    Map<String, Object> map = new HashMap<>();
    object
        .properties()
        .forEach(
            member -> {
              Object value = value(member.getValue());
              if (value != null) map.put(member.getKey(), value);
            });
    return map;
  }

  private static @Nullable Object value(JsonNode node) {
    if (node.isObject()) return map(node);
    if (node.isArray()) {
      List<Object> values = new ArrayList<>();
      for (JsonNode each : node) {
        Object value = value(each);
        if (value != null) values.add(value);
      }
      return values;
    }
    if (node.isTextual()) return node.asText();
    if (node.isBoolean()) return node.asBoolean();
    if (!node.isIntegralNumber()) return node.isNumber() ? node.asDouble() : null;
    return node.canConvertToLong() ? (Object) node.asLong() : node.bigIntegerValue();
  }
}
