package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API's document, as the measure of every answer. */
public final class Contract {
  private static final String BASE = "https://attune.example/openapi";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode DOCUMENT = document();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemas(Map.of(BASE, DOCUMENT.toString())));
  private static final Map<String, Schema> BY_POINTER = new ConcurrentHashMap<>();

  private Contract() {}

  /** The document, with references as they stand. */
  public static JsonNode document() {
    try (InputStream yaml = Contract.class.getResourceAsStream("/openapi.yaml")) {
      String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
      return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails when an answer is not one the document knows for its operation. */
  static void check(HttpRequest request, HttpResponse<byte[]> response) {
    String path = template(request.uri().getRawPath());
    if (path == null) return;
    String pointer = "/paths/" + escaped(path);
    if (DOCUMENT.at(pointer).has("$ref")) {
      pointer = DOCUMENT.at(pointer).get("$ref").asText().substring(1);
    }
    pointer += "/" + request.method().toLowerCase(Locale.ROOT);
    if (DOCUMENT.at(pointer).isMissingNode()) return;
    String status = Integer.toString(response.statusCode());
    String answer = pointer + "/responses/" + status;
    if (DOCUMENT.at(answer).isMissingNode()) answer = pointer + "/responses/default";
    if (DOCUMENT.at(answer).has("$ref")) {
      answer = DOCUMENT.at(answer).get("$ref").asText().substring(1);
    }
    check(request, response, answer);
  }

  private static void check(HttpRequest request, HttpResponse<byte[]> response, String answer) {
    String where = request.method() + " " + request.uri() + " " + response.statusCode();
    JsonNode content = DOCUMENT.at(answer).path("content");
    if (content.isMissingNode()) {
      assertThat(response.body()).as(where).isEmpty();
      return;
    }
    String type = response.headers().firstValue("content-type").orElse("").replaceAll(";.*", "");
    assertThat(content.has(type)).as("%s answers %s", where, type).isTrue();
    if (!type.endsWith("json")) return;
    String text = new String(response.body(), StandardCharsets.UTF_8);
    Schema schema =
        BY_POINTER.computeIfAbsent(
            answer + "/content/" + escaped(type) + "/schema",
            each -> SCHEMAS.getSchema(SchemaLocation.of(BASE + "#" + each)));
    assertThat(schema.validate(text, InputFormat.JSON)).as("%s %s", where, text).isEmpty();
  }

  private static String template(String path) {
    if (DOCUMENT.path("paths").has(path)) return path;
    Iterator<String> templates = DOCUMENT.path("paths").fieldNames();
    while (templates.hasNext()) {
      String template = templates.next();
      if (path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"))) return template;
    }
    return null;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
