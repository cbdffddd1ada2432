package dev.attune.api.http;

import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftService;
import dev.attune.engine.publish.PublishResult;
import dev.attune.engine.publish.PublishResult.Published;
import dev.attune.engine.publish.Signature;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.publish.live.PublishService;
import dev.attune.engine.publish.replay.ReplayLimit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What a draft comes to: its check, its release. */
public final class PublishEndpoints {
  private final DraftService drafts;
  private final PublishService publishing;
  private final DraftReplay replay;

  public PublishEndpoints(DraftService drafts, PublishService publishing, DraftReplay replay) {
    this.drafts = drafts;
    this.publishing = publishing;
    this.replay = replay;
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
    String maxChanged = exchange.query("maxChanged");
    Optional<ReplayLimit> limit = Optional.ofNullable(maxChanged).flatMap(ReplayLimit::parse);
    if (signature.problem() != null) {
      exchange.refuse(signature.problem());
    } else if (maxChanged == null) {
      publish(exchange, draft, signature.get());
    } else if (limit.isEmpty()) {
      exchange.refuse(Problem.badParameter("maxChanged is a share such as 5%, written 5%25"));
    } else {
      replayFirst(exchange, draft, signature.get(), ReplayWish.within(limit.get()));
    }
  }

  /** Publishes what changes no more than it may. */
  private void replayFirst(Exchange exchange, Draft draft, Signature signature, ReplayWish wish) {
    replay.run(
        exchange,
        draft,
        wish,
        report -> {
          List<String> exceeded = wish.exceededBy(report);
          if (exceeded.isEmpty()) publish(exchange, draft, signature);
          else
            exchange.refuse(
                Problem.of(
                    409,
                    "changes-too-much",
                    "The draft changes more than it may; nothing was published",
                    String.join("; ", exceeded)));
        });
  }

  private void publish(Exchange exchange, Draft draft, Signature signature) {
    CompletionStage<PublishResult> publishing =
        this.publishing.publish(draft, signature).thenCompose(result -> goneOn(draft, result));
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
