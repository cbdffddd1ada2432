package dev.attune.api.http;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Whether the server is alive, and whether it should be sent requests. */
public final class HealthEndpoints {
  /**
   * One thing readiness rests on.
   *
   * @param isGood whether requests can be served with it as it is
   * @param detail in one line, for those who may see it
   */
  public record Part(String name, boolean isGood, String detail) {}

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
    boolean ready = now.stream().allMatch(Part::isGood);
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
              json.writeBooleanField("good", part.isGood());
              json.writeStringField("detail", part.detail());
              json.writeEndObject();
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
  }
}
