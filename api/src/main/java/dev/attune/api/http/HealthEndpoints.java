package dev.attune.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Whether the server is alive, and whether it should be sent requests. */
public final class HealthEndpoints {
  /** How well a part does. */
  public enum Health {
    GOOD,
    /** Requests are served, but not as well as they could be. */
    DEGRADED,
    /** No request can be served. */
    FAILED
  }

  /**
   * One thing readiness rests on.
   *
   * @param detail in one line, for those who may see it
   */
  public record Part(String name, Health health, String detail) {}

  private final Supplier<List<Part>> parts;
  private final boolean open;

  /**
   * @param parts read at each call; cheap
   * @param open whether callers without a server or author key see the details
   */
  public HealthEndpoints(Supplier<List<Part>> parts, boolean open) {
    this.parts = parts;
    this.open = open;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(Operation.TELL_LIVE, HealthEndpoints::live);
    endpoints.put(Operation.TELL_READY, this::ready);
  }

  private static void live(Exchange exchange) {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("status", "live");
          json.writeEndObject();
        });
  }

  private void ready(Exchange exchange) {
    List<Part> now = parts.get();
    boolean ready = now.stream().noneMatch(part -> part.health() == Health.FAILED);
    boolean detailed =
        open || exchange.caller().is(Identity.SERVER) || exchange.caller().is(Identity.AUTHOR);
    exchange.answer(
        ready ? 200 : 503,
        json -> {
          json.writeStartObject();
          json.writeStringField("status", ready ? "ready" : "not-ready");
          if (detailed) {
            json.writeArrayFieldStart("details");
            for (Part part : now) {
              json.writeStartObject();
              json.writeStringField("part", part.name());
              json.writeStringField("health", part.health().name().toLowerCase(Locale.ROOT));
              json.writeStringField("detail", part.detail());
              json.writeEndObject();
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }
}
