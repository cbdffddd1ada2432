package dev.attune.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.api.Contract;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private final JsonNode document = Contract.document();

  @Test
  void the_document_lists_exactly_the_operations_there_are() {
    Set<String> routes = new TreeSet<>();
    for (Operation operation : Operation.values()) {
      for (String path : operation.paths()) {
        routes.add(operation.method().name().toLowerCase(Locale.ROOT) + " " + path);
      }
    }

    assertThat(documented()).isEqualTo(routes);
  }

  @Test
  void an_operation_has_the_same_name_everywhere() {
    for (Operation operation : Operation.values()) {
      if (operation.isTracking()) continue;
      JsonNode described =
          document
              .path("paths")
              .path(operation.paths().get(0))
              .path(operation.method().name().toLowerCase(Locale.ROOT));

      assertThat(described.path("operationId").asText()).isEqualTo(operation.wire());
    }
  }

  private Set<String> documented() {
    Set<String> documented = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path -> {
              JsonNode item = path.getValue();
              if (item.has("$ref")) item = document.at(item.get("$ref").asText().substring(1));
              item.fieldNames()
                  .forEachRemaining(
                      method -> {
                        if (!method.equals("parameters")) {
                          documented.add(method + " " + path.getKey());
                        }
                      });
            });
    return documented;
  }
}
