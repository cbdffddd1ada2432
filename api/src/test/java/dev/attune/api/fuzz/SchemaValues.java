package dev.attune.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes values that a schema of the document allows, as far as its types, members and lists go. */
final class SchemaValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 6;

  private final JsonNode document;
  private final Random random;

  SchemaValues(JsonNode document, Random random) {
    this.document = document;
    this.random = random;
  }

  JsonNode value(JsonNode schema) {
    return value(schema, 0);
  }

  private JsonNode value(JsonNode given, int depth) {
    JsonNode schema = resolved(given);
    if (depth > DEEPEST) return JSON.nullNode();
    if (schema.has("const")) return schema.get("const");
    if (schema.has("enum")) return one(schema.get("enum"));
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) return value(one(schema.get(choice)), depth + 1);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> JSON.numberNode(schema.path("minimum").asInt() + random.nextInt(50));
      case "number" -> JSON.numberNode(random.nextDouble() * 100);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      default -> text(schema);
    };
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode here = schema;
    while (here.has("$ref")) here = document.at(here.get("$ref").asText().substring(1));
    return here;
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) return one(type).asText();
    if (type.isTextual()) return type.asText();
    return schema.has("properties") ? "object" : "string";
  }

  private JsonNode one(JsonNode several) {
    return several.get(random.nextInt(several.size()));
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            member -> {
              if (required.contains(member.getKey()) || random.nextBoolean()) {
                object.set(member.getKey(), value(member.getValue(), depth + 1));
              }
            });
    return object;
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = schema.path("minItems").asInt() + random.nextInt(3);
    for (int i = 0; i < size; i++) array.add(value(schema.path("items"), depth + 1));
    return array;
  }

  private JsonNode text(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "date-time" -> JSON.textNode("2026-11-27T10:00:00Z");
      case "date" -> JSON.textNode("2026-11-27");
      default -> JSON.textNode("x" + random.nextInt(1000));
    };
  }
}
