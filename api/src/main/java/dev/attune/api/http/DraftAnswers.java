package dev.attune.api.http;

import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.EditResult;
import dev.attune.engine.publish.EditResult.Diverged;
import dev.attune.engine.publish.EditResult.Edited;
import dev.attune.engine.publish.EditResult.Full;
import dev.attune.engine.publish.EditResult.Overwritten;
import dev.attune.engine.publish.shadow.Cast;
import dev.attune.engine.publish.shadow.Shadows;
import dev.attune.engine.publish.shadow.Shadows.Seen;
import dev.attune.engine.text.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what became of a draft. */
final class DraftAnswers {
  private final Shadows shadows;

  DraftAnswers(Shadows shadows) {
    this.shadows = shadows;
  }

  static Problem noDraft() {
    return Problem.notFound("No such draft; GET /v1/drafts lists them.");
  }

  /**
   * @param leftOut of the archive the edit came in
   */
  void answer(Exchange exchange, int status, EditResult result, List<Diagnostic> leftOut) {
    if (result instanceof Edited edited && leftOut.isEmpty()) {
      draft(exchange, status, edited.draft());
    } else if (result instanceof Edited edited) {
      write(exchange, status, edited.draft(), json -> DiagnosticsWriter.write(leftOut, json));
    } else if (result instanceof Overwritten overwritten) {
      ReleaseTags.add(exchange, overwritten.revision());
      exchange.refuse(
          Problem.of(
              412,
              "overwritten",
              "Somebody else edited the draft meanwhile",
              "Its revision is " + overwritten.revision() + " now. Read it and edit that."));
    } else if (result instanceof Diverged diverged) {
      exchange.refuse(
          Problem.conflict(
              "The draft and the current release both changed "
                  + String.join(", ", diverged.paths())
                  + ". Make a new draft and bring the edits into it by hand."));
    } else if (result instanceof Full full) {
      exchange.refuse(Problem.conflict("Not taken: " + full.why() + "."));
    } else {
      exchange.refuse(noDraft());
    }
  }

  /** The draft, and what its shadow has seen if it casts one. */
  void draft(Exchange exchange, int status, Draft draft) {
    if (draft.shadow() == 0) shadowed(exchange, status, draft, Optional.empty());
    else
      exchange.when(
          shadows.seen(draft.id(), draft.revision()),
          seen -> shadowed(exchange, status, draft, seen));
  }

  private void shadowed(Exchange exchange, int status, Draft draft, Optional<Seen> seen) {
    Optional<Cast> cast = shadows.cast(draft.id(), draft.revision());
    write(
        exchange,
        status,
        draft,
        json -> {
          if (seen.isPresent()) DraftWriter.seen(seen.get(), json);
          else if (cast.isPresent()) DraftWriter.cast(cast.get(), json);
        });
  }

  /**
   * @param more what else there is to say of it
   */
  private static void write(Exchange exchange, int status, Draft draft, JsonBody more) {
    ReleaseTags.add(exchange, draft.revision());
    exchange.answer(
        status,
        json -> {
          json.writeStartObject();
          DraftWriter.members(draft, json);
          json.writeArrayFieldStart("files");
          for (Map.Entry<String, byte[]> file : draft.files().byPath().entrySet()) {
            json.writeStartObject();
            json.writeStringField("path", file.getKey());
            json.writeNumberField("bytes", file.getValue().length);
            json.writeEndObject();
          }
          json.writeEndArray();
          more.write(json);
          json.writeEndObject();
        });
  }
}
