package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.engine.publish.ArchiveReader;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftService;
import dev.attune.engine.publish.EditResult;
import dev.attune.engine.publish.EditResult.Diverged;
import dev.attune.engine.publish.EditResult.Edited;
import dev.attune.engine.publish.EditResult.Full;
import dev.attune.engine.publish.EditResult.Overwritten;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.Signature;
import dev.attune.engine.publish.shadow.Cast;
import dev.attune.engine.publish.shadow.Shadows;
import dev.attune.engine.publish.shadow.Shadows.Seen;
import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.text.Diagnostic;
import dev.attune.engine.text.Diagnostics;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drafts: make one from the current release, edit its files, bring it up to date, delete it. */
public final class DraftEndpoints {
  private static final CharSequence TEXT = HttpHeaders.createOptimized("text/plain; charset=utf-8");

  private final DraftService drafts;
  private final Shadows shadows;
  private final Runnable authorAtWork;

  /**
   * @param shadows what drafts beside the live release have counted
   * @param authorAtWork is told of each edit; must not block
   */
  public DraftEndpoints(DraftService drafts, Shadows shadows, Runnable authorAtWork) {
    this.drafts = drafts;
    this.shadows = shadows;
    this.authorAtWork = authorAtWork;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(Operation.LIST_DRAFTS, this::list);
    endpoints.put(Operation.CREATE_DRAFT, this::create);
    endpoints.put(
        Operation.READ_DRAFT,
        exchange -> find(exchange, drafts, each -> read(exchange, 200, each)));
    endpoints.put(Operation.REPLACE_DRAFT, this::replace);
    endpoints.put(Operation.DELETE_DRAFT, this::delete);
    endpoints.put(Operation.REBASE_DRAFT, exchange -> edit(exchange, drafts.rebase(id(exchange))));
    endpoints.put(Operation.SHADOW_DRAFT, this::shadow);
    endpoints.put(Operation.END_SHADOW, exchange -> edit(exchange, drafts.shadow(id(exchange), 0)));
    endpoints.put(Operation.READ_DRAFT_FILE, this::readFile);
    endpoints.put(Operation.PUT_DRAFT_FILE, this::putFile);
    endpoints.put(Operation.DELETE_DRAFT_FILE, this::deleteFile);
  }

  /** Goes on with the draft the path names, or answers 404. */
  static void find(Exchange exchange, DraftService drafts, Consumer<Draft> next) {
    exchange.when(
        drafts.find(id(exchange)),
        draft -> {
          if (draft.isPresent()) next.accept(draft.get());
          else exchange.refuse(noDraft());
        });
  }

  private static String id(Exchange exchange) {
    return exchange.parameter("id");
  }

  private static Problem noDraft() {
    return Problem.notFound("No such draft; GET /v1/drafts lists them.");
  }

  private void list(Exchange exchange) {
    exchange.when(
        drafts.list(),
        all ->
            exchange.answer(
                200,
                json -> {
                  json.writeStartObject();
                  json.writeArrayFieldStart("drafts");
                  for (Draft each : all) {
                    json.writeStartObject();
                    DraftWriter.members(each, json);
                    json.writeEndObject();
                  }
                  json.writeEndArray();
                  json.writeEndObject();
                }));
  }

  private void create(Exchange exchange) {
    Checked<Signature> signature = Author.read(exchange);
    if (signature.problem() != null) {
      exchange.refuse(signature.problem());
      return;
    }
    authorAtWork.run();
    exchange.when(
        drafts.create(signature.get().author()), made -> answer(exchange, 201, made, List.of()));
  }

  private void replace(Exchange exchange) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<ReleaseFiles> files = ArchiveReader.read(exchange.body(), diagnostics);
    List<Diagnostic> told = diagnostics.sorted();
    if (files.isEmpty()) PublishAnswers.reject(exchange, told);
    else edit(exchange, match -> drafts.replace(id(exchange), files.get(), match), told);
  }

  private void shadow(Exchange exchange) {
    Checked<Fields> checked = Fields.of(exchange.body());
    if (checked.problem() != null) {
      exchange.refuse(checked.problem());
      return;
    }
    Fields fields = checked.get();
    @Nullable JsonNode share = fields.node("share");
    boolean good =
        share != null && share.isNumber() && share.asDouble() > 0 && share.asDouble() <= 1;
    if (!good) fields.fault("share", "a number above 0 and at most 1 is needed");
    @Nullable Problem problem = fields.problem();
    if (problem != null || share == null) exchange.refuse(Objects.requireNonNull(problem));
    else edit(exchange, drafts.shadow(id(exchange), share.asDouble()));
  }

  private void delete(Exchange exchange) {
    exchange.when(drafts.delete(id(exchange)), done -> exchange.answer(204));
  }

  private void readFile(Exchange exchange) {
    find(
        exchange,
        drafts,
        draft -> {
          Optional<byte[]> file = draft.files().file(path(exchange));
          ReleaseTags.add(exchange, draft.revision());
          if (file.isPresent()) exchange.answer(200, TEXT, Buffer.buffer(file.get()));
          else exchange.refuse(Problem.notFound("The draft has no such file."));
        });
  }

  private void putFile(Exchange exchange) {
    String path = path(exchange);
    if (ContentPath.isContent(path)) {
      edit(exchange, match -> drafts.put(id(exchange), path, exchange.body(), match));
    } else {
      exchange.refuse(
          Problem.badParameter(
              "No such file belongs to rules: vocabulary.yaml, placements.yaml and, in a folder"
                  + " of lower-case letters and digits, actions.yaml, scenarios.yaml, *.drl,"
                  + " *.csv."));
    }
  }

  private void deleteFile(Exchange exchange) {
    edit(exchange, match -> drafts.remove(id(exchange), path(exchange), match));
  }

  private static String path(Exchange exchange) {
    String folder = exchange.optionalParameter("folder");
    String file = exchange.parameter("file");
    return folder == null ? file : folder + "/" + file;
  }

  /** An edit of the revision that If-Match names, or of whichever stands there. */
  private interface Edit {
    CompletionStage<EditResult> of(@Nullable Long match);
  }

  private void edit(Exchange exchange, Edit edit) {
    edit(exchange, edit, List.of());
  }

  /**
   * @param leftOut of the archive the edit came in
   */
  private void edit(Exchange exchange, Edit edit, List<Diagnostic> leftOut) {
    Checked<Optional<Long>> match = ReleaseTags.match(exchange);
    if (match.problem() != null) exchange.refuse(match.problem());
    else edit(exchange, edit.of(match.get().orElse(null)), leftOut);
  }

  private void edit(Exchange exchange, CompletionStage<EditResult> editing) {
    edit(exchange, editing, List.of());
  }

  private void edit(
      Exchange exchange, CompletionStage<EditResult> editing, List<Diagnostic> leftOut) {
    authorAtWork.run();
    exchange.when(editing, result -> answer(exchange, 200, result, leftOut));
  }

  private void answer(Exchange exchange, int status, EditResult result, List<Diagnostic> leftOut) {
    if (result instanceof Edited edited && leftOut.isEmpty()) {
      read(exchange, status, edited.draft());
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

  private void read(Exchange exchange, int status, Draft draft) {
    if (draft.shadow() == 0) read(exchange, status, draft, Optional.empty());
    else
      exchange.when(
          shadows.seen(draft.id(), draft.revision()), seen -> read(exchange, status, draft, seen));
  }

  private void read(Exchange exchange, int status, Draft draft, Optional<Seen> seen) {
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
