package dev.attune.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes bodies wrong: a member more, less, of another type or beyond all bounds, or bytes lost. */
final class Mutations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "{}:*",
          "a/b",
          "../..",
          "%2e%2e%2f",
          "\u0000",
          "\u202e\u2028",
          "\ud83d\ude00",
          "null",
          "NaN",
          "-1",
          "2026-02-30T25:61:00Z",
          "x".repeat(300),
          "x".repeat(9000));

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  JsonNode mutated(JsonNode body) {
    JsonNode copy = body.deepCopy();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      List<ContainerNode<?>> places = new ArrayList<>();
      gather(copy, places);
      if (places.isEmpty()) return strange();
      change(places.get(random.nextInt(places.size())));
    }
    return copy;
  }

  private static void gather(JsonNode node, List<ContainerNode<?>> places) {
    if (node instanceof ContainerNode<?> container) places.add(container);
    node.forEach(child -> gather(child, places));
  }

  private void change(ContainerNode<?> place) {
    if (place instanceof ArrayNode array) {
      array.insert(random.nextInt(array.size() + 1), strange());
      return;
    }
    ObjectNode object = (ObjectNode) place;
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "unheard-of" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(TEXTS.get(random.nextInt(TEXTS.size())), strange());
      default -> object.set(name, strange());
    }
  }

  private JsonNode strange() {
    return switch (random.nextInt(8)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextLong());
      case 3 -> JSON.numberNode(new BigDecimal("-1e400"));
      case 4 -> JSON.arrayNode().add(JSON.objectNode()).add(JSON.arrayNode());
      case 5 -> JSON.objectNode().set("a", JSON.objectNode().set("b", JSON.nullNode()));
      default -> JSON.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
    };
  }

  /** The bytes of a body, one time in four with some of them lost, doubled or turned. */
  byte[] bytes(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || random.nextInt(4) > 0) return bytes;
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(3)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> (body + body).getBytes(StandardCharsets.UTF_8);
      default -> {
        bytes[at] = (byte) random.nextInt(256);
        yield bytes;
      }
    };
  }

  /** A part of an address, encoded. */
  String address() {
    String text = random.nextInt(3) == 0 ? "ana" : TEXTS.get(random.nextInt(TEXTS.size()));
    StringBuilder encoded = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = one > 0 && Character.isLetterOrDigit(one);
      encoded.append(plain ? String.valueOf((char) one) : "%%%02X".formatted(one & 0xff));
    }
    return encoded.isEmpty() ? "x" : encoded.toString();
  }
}
