package dev.attune.api.http;

import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.PlacementResult;
import dev.attune.engine.publish.Draft;
import dev.attune.engine.publish.DraftService;
import dev.attune.engine.publish.ceiling.Experience;
import dev.attune.engine.publish.ceiling.Results;
import dev.attune.engine.publish.ceiling.Results.Found;
import dev.attune.engine.publish.check.CheckResult.Passed;
import dev.attune.engine.publish.live.PublishService;
import dev.attune.engine.rule.evaluate.Release;
import dev.attune.engine.scenario.Described;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * {@code POST /v1/drafts/{id}/preview}: what one person would get under a draft, or what a result's
 * id stands for there. Nothing is served, reserved or recorded. Only a server key may ask about
 * real people, because what they get tells about them.
 */
public final class PreviewDraftEndpoint implements Endpoint {
  private final DraftService drafts;
  private final PublishService publishing;
  private final BiFunction<Release, DecisionRequest, CompletionStage<Decision>> decide;
  private final Executor workers;
  private final InstantSource clock;

  /**
   * @param decide decides on a release, from what is known of a real person
   * @param workers runs what may take seconds
   */
  public PreviewDraftEndpoint(
      DraftService drafts,
      PublishService publishing,
      BiFunction<Release, DecisionRequest, CompletionStage<Decision>> decide,
      Executor workers,
      InstantSource clock) {
    this.drafts = drafts;
    this.publishing = publishing;
    this.decide = decide;
    this.workers = workers;
    this.clock = clock;
  }

  @Override
  public void serve(Exchange exchange) {
    Checked<PreviewWish> wish = PreviewWish.read(exchange.body());
    if (wish.problem() != null) exchange.refuse(wish.problem());
    else if (isOfSomebodyReal(wish.get()) && !exchange.caller().is(Identity.SERVER))
      exchange.refuse(
          Problem.forbidden(
              "What a real person would get needs a server key. Describe a person instead:"
                  + " {\"person\": {\"profile\": {…}}, \"placements\": […]}."));
    else DraftEndpoints.find(exchange, drafts, draft -> build(exchange, draft, wish.get()));
  }

  private static boolean isOfSomebodyReal(PreviewWish wish) {
    return wish instanceof PreviewWish.OfPerson one && one.person() == null;
  }

  private void build(Exchange exchange, Draft draft, PreviewWish wish) {
    exchange.when(
        publishing.build(draft.files()),
        result -> {
          if (!(result instanceof Passed passed))
            PublishAnswers.reject(exchange, result.diagnostics());
          else if (wish instanceof PreviewWish.OfResult one)
            show(exchange, passed.draft().release(), one);
          else if (wish instanceof PreviewWish.OfPerson one)
            decide(exchange, passed.draft().release(), one);
        });
  }

  private void decide(Exchange exchange, Release draft, PreviewWish.OfPerson wish) {
    Checked<DecisionRequest> request = wish.request(draft.content());
    if (request.problem() != null) {
      exchange.refuse(request.problem());
      return;
    }
    if (wish.person() == null) {
      exchange.when(decide.apply(draft, request.get()), made -> answer(exchange, made));
      return;
    }
    Checked<Described> person = wish.described(draft.content());
    if (person.problem() != null) exchange.refuse(person.problem());
    else
      exchange.when(
          CompletableFuture.supplyAsync(
              () -> person.get().decide(draft, request.get(), clock.instant()), workers),
          made -> answer(exchange, made));
  }

  private static void answer(Exchange exchange, Decision made) {
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("results");
          for (PlacementResult each : made.placements()) {
            Experience shown = Experience.of(each);
            json.writeStartObject();
            json.writeStringField("placement", shown.placement());
            json.writeStringField("result", shown.id());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeFieldName("decision");
          DecisionWriter.write(json, made, true);
          json.writeEndObject();
        });
  }

  private void show(Exchange exchange, Release draft, PreviewWish.OfResult wish) {
    exchange.when(
        CompletableFuture.supplyAsync(
            () -> Results.find(draft, wish.id(), wish.placement()), workers),
        found -> show(exchange, draft, found));
  }

  private static void show(Exchange exchange, Release draft, Optional<Found> found) {
    if (found.isEmpty()) {
      exchange.refuse(
          Problem.notFound(
              "The draft has no such result. \"attune test --ceiling\" lists them; a placement"
                  + " without a ceiling is to be named as \"placement\"."));
      return;
    }
    Experience shown = found.get().experience();
    exchange.answer(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringField("result", shown.id());
          json.writeStringField("placement", shown.placement());
          json.writeArrayFieldStart("actions");
          for (String action : shown.actions()) json.writeString(action);
          json.writeEndArray();
          json.writeFieldName("content");
          Json.value(json, shown.content(draft.content()));
          json.writeStringField("who", found.get().who());
          json.writeEndObject();
        });
  }
}
