package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as this server takes and gives it: UTF-8 only, at most 32 levels deep, no key twice, strings
 * of 8 KiB, names of 128 characters, numbers of 32 digits. Thread-safe.
 */
public final class Json {
  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(8 * 1024)
                  .maxNameLength(128)
                  .maxNumberLength(32)
                  .build())
          .build();

  private static final ObjectMapper TREES = new ObjectMapper(STRICT);

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private Json() {}

  /** A strict parser over a body that {@link Utf8#isValid} accepted. */
  public static JsonParser parser(byte[] body) throws IOException {
    return STRICT.createParser(body);
  }

  /** Reads a whole body as a tree. */
  public static Checked<JsonNode> tree(byte[] body) {
    return tree(body, TREES);
  }

  /** Reads a whole body as a tree, within the bounds of a mapper. */
  public static Checked<JsonNode> tree(byte[] body, ObjectMapper mapper) {
    if (!Utf8.isValid(body)) return Checked.refused(notUtf8());
    try (JsonParser parser = mapper.createParser(body)) {
      Checked<JsonNode> tree = tree(parser, mapper);
      if (tree.problem() != null || !Surrogates.mayBeHalved(body)) return tree;
      String halved = Surrogates.find(tree.get());
      return halved == null ? tree : Checked.refused(halved(halved));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Reads a whole body that must be one object, as maps, lists and plain values. */
  public static Checked<Map<String, Object>> object(byte[] body) {
    Checked<JsonNode> tree = tree(body);
    if (tree.problem() != null) return Checked.refused(tree.problem());
    if (!tree.get().isObject()) return Checked.refused(Problem.invalid("", "an object is needed"));
    return Checked.good(TREES.convertValue(tree.get(), OBJECT));
  }

  private static Checked<JsonNode> tree(JsonParser parser, ObjectMapper mapper) throws IOException {
    try {
      JsonNode tree = mapper.readTree(parser);
      if (tree == null || tree.isMissingNode()) {
        return Checked.refused(Problem.invalid("", "a JSON body is needed"));
      }
      if (parser.nextToken() != null) {
        return Checked.refused(
            Problem.invalid("", "there is more after the end of the JSON value"));
      }
      return Checked.good(tree);
    } catch (JsonProcessingException notJson) {
      return Checked.refused(notJson(notJson, parser));
    }
  }

  private static Problem halved(String pointer) {
    return Problem.invalid(pointer, "half a surrogate pair is no text");
  }

  public static Problem notUtf8() {
    return Problem.of(400, "invalid-json", "The body is not valid JSON", "It is not UTF-8.");
  }

  /** The refusal of a body that is no JSON, or breaks a bound. */
  public static Problem notJson(JsonProcessingException broken, JsonParser parser) {
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    String place =
        broken.getLocation() == null
            ? ""
            : " (line "
                + broken.getLocation().getLineNr()
                + ", column "
                + broken.getLocation().getColumnNr()
                + ")";
    return new Problem(
        400,
        "invalid-json",
        "The body is not valid JSON",
        "",
        List.of(new Fault(pointer, reason(broken, parser.streamReadConstraints()) + place)),
        null);
  }

  private static String reason(JsonProcessingException broken, StreamReadConstraints most) {
    String message = String.valueOf(broken.getOriginalMessage());
    if (message.startsWith("Duplicate")) return "a key stands twice in one object";
    if (!(broken instanceof StreamConstraintsException)) return "not JSON here";
    if (message.contains("nesting depth"))
      return moreThan("nested", most.getMaxNestingDepth(), "levels deep");
    if (message.contains("Number"))
      return moreThan("a number has", most.getMaxNumberLength(), "digits");
    if (message.contains("Name length"))
      return moreThan("a key has", most.getMaxNameLength(), "characters");
    return moreThan("a text has", most.getMaxStringLength(), "characters");
  }

  private static String moreThan(String what, int most, String unit) {
    return what + " more than " + most + " " + unit;
  }

  /** The bytes of one JSON value. */
  public static Buffer bytes(JsonBody body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = STRICT.createGenerator(bytes)) {
      body.write(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  /** One JSON value to be written again and again. */
  static SerializableString text(JsonBody body) {
    return new SerializedString(bytes(body).toString());
  }

  /** Writes a tree of maps, lists, strings, numbers, booleans and nulls. */
  public static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        value(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> list) {
      json.writeStartArray();
      for (Object each : list) value(json, each);
      json.writeEndArray();
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      TREES.writeValue(json, value);
    }
  }
}
