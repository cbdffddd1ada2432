package dev.attune.api.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.shadow.Cast;
import dev.attune.engine.publish.shadow.Cast.Unbuilt;
import dev.attune.engine.publish.shadow.Shadow.Counts;
import dev.attune.engine.publish.shadow.Shadow.Difference;
import dev.attune.engine.publish.shadow.Shadows.Seen;
import java.io.IOException;
import java.util.Map;

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

  /** Why it casts no shadow, if it does not. */
  static void cast(Cast cast, JsonGenerator json) throws IOException {
    if (cast instanceof Unbuilt unbuilt) DiagnosticsWriter.write(unbuilt.diagnostics(), json);
  }

  /** What its shadows saw. */
  static void seen(Seen seen, JsonGenerator json) throws IOException {
    Counts counts = seen.counts();
    json.writeObjectFieldStart("seen");
    json.writeNumberField("servers", seen.nodes());
    json.writeNumberField("decisions", counts.decisions());
    json.writeNumberField("changed", counts.changed());
    json.writeNumberField("skipped", counts.skipped());
    json.writeObjectFieldStart("actions");
    for (Map.Entry<String, Difference> action : counts.byAction().entrySet()) {
      json.writeObjectFieldStart(action.getKey());
      json.writeNumberField("gained", action.getValue().gained());
      json.writeNumberField("lost", action.getValue().lost());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
