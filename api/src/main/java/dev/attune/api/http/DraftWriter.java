package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.publish.Draft;
import java.io.IOException;

/** What is told of a draft. */
final class DraftWriter {
  private DraftWriter() {}

  static void members(Draft draft, JsonGenerator json) throws IOException {
    json.writeStringField("id", draft.id());
    json.writeNumberField("revision", draft.revision());
    json.writeNumberField("base", draft.base());
    json.writeStringField("author", draft.author());
    json.writeStringField("changedAt", draft.changedAt().toString());
    json.writeNumberField("shadow", draft.shadow());
  }
}
