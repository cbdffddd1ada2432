package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.publish.Publication;
import dev.attune.engine.publish.diff.Change;
import dev.attune.engine.publish.diff.ReleaseDiff;
import java.io.IOException;
import java.util.Locale;

/** Releases and what they change. */
final class PublicationWriter {
  private PublicationWriter() {}

  static void members(Publication publication, JsonGenerator json) throws IOException {
    json.writeNumberField("number", publication.number());
    json.writeStringField("id", publication.id());
    json.writeStringField("hash", publication.hash());
    json.writeNumberField("base", publication.base());
    json.writeStringField("origin", publication.origin().wire());
    json.writeStringField("author", publication.author());
    json.writeStringField("message", publication.message());
    json.writeStringField("at", publication.at().toString());
  }

  static void changes(ReleaseDiff diff, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("changes");
    for (Change change : diff.changes()) {
      json.writeStartObject();
      json.writeStringField("subject", change.subject().words());
      json.writeStringField("name", change.name());
      json.writeStringField("change", change.how().name().toLowerCase(Locale.ROOT));
      if (!change.detail().isEmpty()) json.writeStringField("detail", change.detail());
      if (change.before() != null) json.writeStringField("before", change.before());
      if (change.after() != null) json.writeStringField("after", change.after());
      json.writeStringField("file", change.place().file());
      json.writeNumberField("line", change.place().line());
      json.writeStringField("text", change.toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
