package dev.attune.api.http.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.api.http.Checked;
import dev.attune.api.http.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as apps send it in events: laxer than our own API, because text of any length up to an
 * event's 32 KiB is theirs to send.
 */
final class Trees {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(32)
                      .maxStringLength(32 * 1024)
                      .maxNameLength(512)
                      .maxNumberLength(64)
                      .build())
              .build());

  private Trees() {}

  static Checked<JsonNode> read(byte[] body) {
    return Json.tree(body, MAPPER);
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
    if (node.isIntegralNumber() && node.canConvertToLong()) return node.asLong();
    return node.isNumber() ? node.asDouble() : null;
  }
}
