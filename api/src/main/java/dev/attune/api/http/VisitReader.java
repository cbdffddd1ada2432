package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.attune.engine.event.FieldValue;
import dev.attune.engine.fact.VisitContext;
import dev.attune.engine.text.Nearest;
import dev.attune.engine.vocabulary.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's {@code context}: members the vocabulary declares for a visit, as it types them.
 */
final class VisitReader {
  private VisitReader() {}

  /** The parser stands on the member's name. */
  static VisitContext read(JsonParser json, Map<String, Field> declared, Faults faults)
      throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      faults.here(json, "an object is needed");
      json.skipChildren();
      return VisitContext.EMPTY;
    }
    Map<String, Object> values = new HashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      Field field = declared.get(name);
      json.nextToken();
      if (field == null) {
        faults.here(
            json,
            "the vocabulary declares no visit field \""
                + name
                + "\"."
                + Nearest.maybe(name, declared.keySet()));
        json.skipChildren();
      } else if (json.currentToken() != JsonToken.VALUE_NULL) {
        add(json, field, values, faults);
      }
    }
    return values.isEmpty() ? VisitContext.EMPTY : new VisitContext(Map.copyOf(values));
  }

  private static void add(JsonParser json, Field field, Map<String, Object> values, Faults faults)
      throws IOException {
    String pointer = json.getParsingContext().pathAsPointer().toString();
    Object given = value(json);
    if (isHalved(given)) {
      faults.add(pointer, "a text must be well-formed Unicode");
      return;
    }
    Optional<Object> typed = given == null ? Optional.empty() : FieldValue.of(field, given);
    if (typed.isPresent()) {
      values.put(field.name(), typed.get());
    } else {
      faults.add(pointer, needed(field));
    }
  }

  /** What a field takes, for a fault. */
  static String needed(Field field) {
    String type = field.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return field.values().isEmpty()
        ? "a value of type " + type + " is needed"
        : "a value of type " + type + " is needed: " + String.join(", ", field.values());
  }

  private static boolean isHalved(@Nullable Object given) {
    if (given instanceof String text) return Surrogates.isHalved(text);
    return given instanceof List<?> list && list.stream().anyMatch(VisitReader::isHalved);
  }

  /** A scalar, or a list of texts; null for anything else, which is left out. */
  private static @Nullable Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_ARRAY) return texts(json);
    if (token == JsonToken.VALUE_STRING) return json.getText();
    if (token.isNumeric()) return json.getNumberValue();
    if (token.isBoolean()) return json.getBooleanValue();
    json.skipChildren();
    return null;
  }

  private static @Nullable Object texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    boolean good = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.VALUE_STRING) {
        texts.add(json.getText());
      } else {
        good = false;
        json.skipChildren();
      }
    }
    return good ? texts : null;
  }
}
