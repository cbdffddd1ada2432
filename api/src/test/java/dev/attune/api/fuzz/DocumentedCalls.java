package dev.attune.api.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Every operation of the document, to be called in as many ways as there are seeds. */
final class DocumentedCalls {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  /**
   * An operation.
   *
   * @param item the path's entry, with what its methods share
   */
  record Operation(String method, String path, JsonNode item, JsonNode described) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  DocumentedCalls(JsonNode document) {
    this.document = document;
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode item = path.getValue();
      if (item.has("$ref")) item = document.at(item.get("$ref").asText().substring(1));
      for (Map.Entry<String, JsonNode> each : item.properties()) {
        if (!METHODS.contains(each.getKey())) continue;
        String method = each.getKey().toUpperCase(Locale.ROOT);
        operations.add(new Operation(method, path.getKey(), item, each.getValue()));
      }
    }
  }

  List<Operation> operations() {
    return operations;
  }

  HttpRequest request(URI server, Operation operation, Random random) {
    Mutations mutations = new Mutations(random);
    String path = operation.path();
    while (path.contains("{")) path = path.replaceFirst("\\{[^}]+}", mutations.address());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path + query(operation, mutations, random)))
            .method(operation.method(), BodyPublishers.ofByteArray(body(operation, random)));
    String type = contentType(operation, random);
    if (!type.isEmpty()) request.header("Content-Type", type);
    if (random.nextInt(20) > 0) {
      request.header("Authorization", "Bearer " + RunningServer.SERVER_KEY);
    }
    return request.build();
  }

  private String query(Operation operation, Mutations mutations, Random random) {
    List<String> given = new ArrayList<>();
    for (JsonNode holder : List.of(operation.item(), operation.described())) {
      for (JsonNode each : holder.path("parameters")) {
        JsonNode parameter =
            each.has("$ref") ? document.at(each.get("$ref").asText().substring(1)) : each;
        if (parameter.path("in").asText().equals("query") && random.nextBoolean()) {
          given.add(parameter.path("name").asText() + "=" + mutations.address());
        }
      }
    }
    return given.isEmpty() ? "" : "?" + String.join("&", given);
  }

  private static String contentType(Operation operation, Random random) {
    List<String> types = new ArrayList<>();
    content(operation).fieldNames().forEachRemaining(types::add);
    if (types.isEmpty() || random.nextInt(20) == 0) return "";
    return types.get(random.nextInt(types.size()));
  }

  private static JsonNode content(Operation operation) {
    return operation.described().path("requestBody").path("content");
  }

  private byte[] body(Operation operation, Random random) {
    JsonNode content = content(operation);
    if (content.isEmpty()) return new byte[0];
    JsonNode media = content.elements().next();
    JsonNode valid =
        media.has("example") && random.nextBoolean()
            ? media.get("example")
            : new SchemaValues(document, random).value(media.path("schema"));
    Mutations mutations = new Mutations(random);
    if (random.nextBoolean()) return mutations.bytes(valid.toString());
    return mutations.bytes(mutations.mutated(valid).toString());
  }
}
