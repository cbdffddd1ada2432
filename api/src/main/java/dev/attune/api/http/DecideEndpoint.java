package dev.attune.api.http;

import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.DecisionService;
import dev.attune.engine.rule.Content;
import java.util.function.Supplier;

/** {@code POST /v1/decisions}: one request in, one decision out; path 1's two ends. */
public final class DecideEndpoint implements Endpoint {
  private final DecisionService decisions;
  private final Supplier<Content> content;
  private final DecisionMetrics metrics;

  public DecideEndpoint(
      DecisionService decisions, Supplier<Content> content, DecisionMetrics metrics) {
    this.decisions = decisions;
    this.content = content;
    this.metrics = metrics;
  }

  @Override
  public void serve(Exchange exchange) {
    Content current = content.get();
    Checked<DecisionRequest> request =
        DecisionRequestReader.read(
            exchange.body(), current.placements().byId(), current.vocabulary());
    if (request.problem() != null) {
      exchange.refuse(request.problem());
      return;
    }
    DecisionRequest asked = request.get();
    if (!exchange.mayActFor(asked.person())) {
      exchange.refuse(Problem.forbidden(Exchange.NOT_PROVEN));
      return;
    }
    if (asked.explain() && !exchange.mayReadFacts()) {
      exchange.refuse(Problem.forbidden("explain shows facts, which a client key never reads."));
      return;
    }
    exchange.when(decisions.decide(asked), decision -> answer(exchange, asked, decision));
  }

  private void answer(Exchange exchange, DecisionRequest asked, Decision decision) {
    metrics.decided(decision);
    exchange.answer(200, json -> DecisionWriter.write(json, decision, asked.explain()));
  }
}
