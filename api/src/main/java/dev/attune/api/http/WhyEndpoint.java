package dev.attune.api.http;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.decision.DecisionRecords;
import dev.attune.engine.explain.Explainer;
import dev.attune.engine.explain.Explanation;
import dev.attune.engine.rule.evaluate.Release;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/decisions/{id}/why}: the decision run again, action by action. */
public final class WhyEndpoint implements Endpoint {
  private final DecisionRecords records;
  private final Function<String, Optional<Release>> releases;
  private final Executor workers;

  /**
   * @param releases finds a release that is still loaded by its id
   * @param workers runs what may take milliseconds
   */
  public WhyEndpoint(
      DecisionRecords records, Function<String, Optional<Release>> releases, Executor workers) {
    this.records = records;
    this.releases = releases;
    this.workers = workers;
  }

  @Override
  public void serve(Exchange exchange) {
    exchange.when(
        records.load(exchange.parameter("id")),
        made -> {
          if (made.isEmpty()) {
            exchange.refuse(Problem.notFound("No such decision, or it has expired."));
          } else {
            explain(exchange, made.get());
          }
        });
  }

  private void explain(Exchange exchange, DecisionRecord made) {
    Optional<Release> release = releases.apply(made.release());
    String action = exchange.query("action");
    if (release.isEmpty()) {
      exchange.refuse(
          Problem.conflict("It was decided on release " + made.release() + ", no longer loaded."));
    } else if (action != null && !release.get().content().cards().containsKey(action)) {
      exchange.refuse(Problem.notFound("That release has no such action."));
    } else {
      exchange.when(
          CompletableFuture.supplyAsync(() -> explanation(made, release.get(), action), workers),
          why -> exchange.answer(200, json -> new ExplanationWriter(json).write(why)));
    }
  }

  private static Explanation explanation(
      DecisionRecord made, Release release, @Nullable String action) {
    Explainer explainer = new Explainer(made, release);
    return action == null ? explainer.explain() : explainer.explain(action);
  }
}
