package dev.attune.api.http;

import dev.attune.engine.decision.DecisionRecord;
import dev.attune.engine.explain.why.WhyAnswer;
import dev.attune.engine.explain.why.WhyService;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.text.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/decisions/{id}/why}: the decision run again, action by action. An author learns
 * which rule stopped and what it needed, and of people's facts what a replay may tell.
 */
public final class WhyEndpoint implements Endpoint {
  private final WhyService why;
  private final Function<String, CompletionStage<Optional<DecisionRecord>>> find;
  private final Function<String, CompletionStage<Optional<Release>>> releases;
  private final Executor workers;

  /**
   * @param why explains
   * @param find also finds a record that is not written yet
   * @param releases finds a release that is still kept by its id
   * @param workers runs what may take milliseconds
   */
  public WhyEndpoint(
      WhyService why,
      Function<String, CompletionStage<Optional<DecisionRecord>>> find,
      Function<String, CompletionStage<Optional<Release>>> releases,
      Executor workers) {
    this.why = why;
    this.find = find;
    this.releases = releases;
    this.workers = workers;
  }

  @Override
  public void serve(Exchange exchange) {
    exchange.when(
        find.apply(exchange.parameter("id")),
        made -> {
          if (made.isEmpty()) {
            exchange.refuse(Problem.notFound("No such decision, or it has expired."));
          } else {
            exchange.when(
                releases.apply(made.get().release()),
                release -> explain(exchange, made.get(), release));
          }
        });
  }

  private void explain(Exchange exchange, DecisionRecord made, Optional<Release> release) {
    String action = exchange.query("action");
    String item = exchange.query("item");
    if (release.isEmpty()) {
      exchange.refuse(
          Problem.conflict("It was decided on release " + made.release() + ", no longer kept."));
    } else if (action != null && !release.get().content().cards().containsKey(action)) {
      exchange.refuse(Problem.notFound(unknown(action, release.get())));
    } else {
      exchange.when(
          CompletableFuture.supplyAsync(() -> answer(made, release.get(), action, item), workers),
          answer -> {
            WhyAnswer told =
                exchange.mayReadFacts() ? answer : answer.discreet(release.get().content());
            exchange.answer(200, json -> new ExplanationWriter(json).write(told));
          });
    }
  }

  private static String unknown(String action, Release release) {
    Set<String> known = release.content().cards().keySet();
    return "The decision's release has no action \""
        + action
        + "\"."
        + Nearest.maybe(action, known);
  }

  private WhyAnswer answer(
      DecisionRecord made, Release release, @Nullable String action, @Nullable String item) {
    return action == null ? why.about(made, release) : why.about(made, release, action, item);
  }
}
