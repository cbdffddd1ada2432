package dev.attune.api.http;

import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.live.Behind;
import dev.attune.engine.publish.live.LiveReleases;
import dev.attune.engine.rule.live.ActiveRelease;
import java.util.Optional;

/**
 * {@code GET /v1/releases/current}: what answers on this node, what should, and what is wrong with
 * the folder's newest edit.
 */
public final class CurrentReleaseEndpoint implements Endpoint {
  private final ActiveRelease active;
  private final LiveReleases releases;

  public CurrentReleaseEndpoint(ActiveRelease active, LiveReleases releases) {
    this.active = active;
    this.releases = releases;
  }

  @Override
  public void serve(Exchange exchange) {
    Optional<Publication> live = releases.live();
    live.ifPresent(each -> ReleaseTags.add(exchange, each.number()));
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          if (live.isPresent()) {
            PublicationWriter.members(live.get(), json);
          } else {
            json.writeStringField("id", active.current().id());
            json.writeStringField("hash", active.current().hash());
          }
          Optional<Publication> current = releases.current();
          if (live.isEmpty() && current.isPresent()) {
            json.writeObjectFieldStart("behind");
            json.writeNumberField("number", current.get().number());
            json.writeStringField("id", current.get().id());
            Optional<Behind> behind = releases.behind();
            if (behind.isPresent()) DiagnosticsWriter.write(behind.get().reasons(), json);
            json.writeEndObject();
          }
          DiagnosticsWriter.write(active.diagnostics(), json);
          json.writeArrayFieldStart("quarantined");
          for (String hash : active.quarantined()) json.writeString(hash);
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
