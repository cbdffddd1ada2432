package dev.attune.api.http;

import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftService;
import dev.attune.engine.publish.PublishResult;
import dev.attune.engine.publish.PublishResult.Published;
import dev.attune.engine.publish.Signature;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.publish.live.PublishService;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a draft comes to: its check, its release. */
public final class PublishEndpoints {
  private final DraftService drafts;
  private final PublishService publishing;

  public PublishEndpoints(DraftService drafts, PublishService publishing) {
    this.drafts = drafts;
    this.publishing = publishing;
  }

  public void addTo(Map<Operation, Endpoint> endpoints) {
    endpoints.put(
        Operation.CHECK_DRAFT,
        exchange -> DraftEndpoints.find(exchange, drafts, each -> check(exchange, each)));
    endpoints.put(
        Operation.PUBLISH_DRAFT,
        exchange -> DraftEndpoints.find(exchange, drafts, each -> publish(exchange, each)));
  }

  private void check(Exchange exchange, Draft draft) {
    exchange.when(
        publishing.check(draft.files()),
        result -> {
          if (result instanceof Passed passed) answer(exchange, draft, passed);
          else PublishAnswers.reject(exchange, result.diagnostics());
        });
  }

  private static void answer(Exchange exchange, Draft draft, Passed passed) {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          DraftWriter.members(draft, json);
          json.writeStringField("hash", draft.files().hash());
          PublicationWriter.changes(passed.diff(), json);
          DiagnosticsWriter.write(passed.diagnostics(), json);
          json.writeEndObject();
        });
  }

  private void publish(Exchange exchange, Draft draft) {
    Checked<Signature> signature = Author.read(exchange);
    if (signature.problem() != null) {
      exchange.refuse(signature.problem());
      return;
    }
    CompletionStage<PublishResult> publishing =
        this.publishing
            .publish(draft, signature.get())
            .thenCompose(result -> goneOn(draft, result));
    exchange.when(publishing, result -> PublishAnswers.answer(exchange, result));
  }

  /** The draft stays, upon the release it became. */
  private CompletionStage<PublishResult> goneOn(Draft draft, PublishResult result) {
    if (!(result instanceof Published published)) return CompletableFuture.completedFuture(result);
    return drafts
        .published(draft.id(), published.publication().number())
        .handle((edited, lost) -> result);
  }
}
