package dev.attune.api.http;

import dev.attune.engine.rule.live.ActiveRelease;
import dev.attune.engine.text.Diagnostic;

/** {@code GET /v1/releases/current}: what is live, and what is wrong with the newest edit. */
public final class CurrentReleaseEndpoint implements Endpoint {
  private final ActiveRelease active;

  public CurrentReleaseEndpoint(ActiveRelease active) {
    this.active = active;
  }

  @Override
  public void serve(Exchange exchange) {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("id", active.current().id());
          json.writeStringField("hash", active.current().hash());
          json.writeArrayFieldStart("diagnostics");
          for (Diagnostic diagnostic : active.diagnostics()) {
            json.writeStartObject();
            json.writeStringField("file", diagnostic.place().file());
            json.writeNumberField("line", diagnostic.place().line());
            json.writeNumberField("column", diagnostic.place().column());
            json.writeStringField("severity", diagnostic.isError() ? "error" : "warning");
            json.writeStringField("code", diagnostic.code());
            json.writeStringField("message", diagnostic.message());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("quarantined");
          for (String hash : active.quarantined()) json.writeString(hash);
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
