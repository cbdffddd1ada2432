package dev.attune.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.engine.publish.ArchiveReader;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftService;
import dev.attune.engine.publish.EditResult;
import dev.attune.engine.publish.ReleaseFiles;
import dev.attune.engine.publish.Signature;
import dev.attune.engine.publish.shadow.Shadows;
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
  private final DraftAnswers answers;
  private final Runnable authorAtWork;

  /**
   * @param shadows what drafts beside the live release have counted
   * @param authorAtWork is told of each edit; must not block
   */
  public DraftEndpoints(DraftService drafts, Shadows shadows, Runnable authorAtWork) {
    this.drafts = drafts;
    this.answers = new DraftAnswers(shadows);
    this.authorAtWork = authorAtWork;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(Operation.LIST_DRAFTS, this::list);
    endpoints.put(Operation.CREATE_DRAFT, this::create);
    endpoints.put(
        Operation.READ_DRAFT,
        exchange -> find(exchange, drafts, each -> answers.draft(exchange, 200, each)));
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
          else exchange.refuse(DraftAnswers.noDraft());
        });
  }

  private static String id(Exchange exchange) {
    return exchange.parameter("id");
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
        drafts.create(signature.get().author()),
        made -> answers.answer(exchange, 201, made, List.of()));
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
    exchange.when(editing, result -> answers.answer(exchange, 200, result, leftOut));
  }
}
