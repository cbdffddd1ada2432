package dev.attune.api.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Answers that need nobody's facts: the API's document, metrics, settings for tracking SDKs. */
public final class FixedEndpoints {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private FixedEndpoints() {}

  /**
   * @param scrape the metrics in Prometheus' text form
   */
  public static void addTo(
      Map<Operation, Endpoint> endpoints, Proofs proofs, Supplier<String> scrape) {
    Buffer document = resource("/openapi.yaml");
    endpoints.put(Operation.SHOW_INDEX, new IndexEndpoint());
    endpoints.put(
        Operation.READ_OPENAPI, exchange -> exchange.answer(200, "application/yaml", document));
    endpoints.put(
        Operation.READ_METRICS,
        exchange -> exchange.answer(200, PROMETHEUS, Buffer.buffer(scrape.get())));
    endpoints.put(Operation.READ_SDK_SETTINGS, FixedEndpoints::settings);
    endpoints.put(Operation.MINT_ANONYMOUS, exchange -> mint(exchange, proofs));
  }

  /** What Segment's browser SDK reads before it sends: events go here and nowhere else. */
  private static void settings(Exchange exchange) {
    String key = exchange.parameter("key");
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeObjectFieldStart("integrations");
          json.writeObjectFieldStart("Segment.io");
          json.writeStringField("apiKey", key);
          json.writeBooleanField("unbundledIntegrations", false);
          json.writeEndObject();
          json.writeEndObject();
          json.writeObjectFieldStart("plan");
          json.writeEndObject();
          json.writeArrayFieldStart("remotePlugins");
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void mint(Exchange exchange, Proofs proofs) {
    String anonymousId = proofs.mintAnonymous();
    exchange.answer(
        201,
        json -> {
          json.writeStartObject();
          json.writeStringField("anonymousId", anonymousId);
          json.writeEndObject();
        });
  }

  private static Buffer resource(String name) {
    try (InputStream stream = FixedEndpoints.class.getResourceAsStream(name)) {
      return Buffer.buffer(Objects.requireNonNull(stream, name).readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
