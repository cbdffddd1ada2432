package dev.attune.api.onboarding;

import dev.attune.api.onboarding.TurnOutcome.Answered;
import dev.attune.api.onboarding.TurnOutcome.Refused;
import dev.attune.engine.fact.PersonId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversation's calls. Who may speak for whom is settled before a call comes here. */
public final class OnboardingRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OnboardingRoutes.class);
  private static final long LARGEST_BODY = 16 * 1024;
  private static final int LONGEST_KEY = 128;

  private final OnboardingService service;

  public OnboardingRoutes(OnboardingService service) {
    this.service = service;
  }

  /** Adds {@code POST /v1/onboarding}, {@code GET} and {@code POST …/turns} of a session. */
  public void mount(Router router) {
    router.post("/v1/onboarding*").handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
    router.post("/v1/onboarding").handler(this::open);
    router.get("/v1/onboarding/:session").handler(this::look);
    router.post("/v1/onboarding/:session/turns").handler(this::take);
  }

  private void open(RoutingContext request) {
    Body body = new Body(request.body().asString());
    body.only(Set.of("userId", "anonymousId", "model", "placements"));
    Optional<String> user = body.id("userId");
    PersonId person =
        user.map(PersonId::user)
            .orElseGet(
                () ->
                    PersonId.anonymous(
                        body.id("anonymousId").orElseGet(() -> UUID.randomUUID().toString())));
    Opening opening = new Opening(person, body.flag("model").orElse(null), body.placements());
    if (refused(request, body)) return;
    answer(
        request,
        service.open(opening),
        (outcome, failure) -> plain(request.response(), outcome, failure));
  }

  private void look(RoutingContext request) {
    answer(
        request,
        service.look(request.pathParam("session")),
        (view, failure) -> {
          if (view == null) unavailable(request.response(), failure);
          else if (view.isEmpty()) problem(request.response(), TurnOutcome.Reason.UNKNOWN_SESSION);
          else json(request.response(), 200, view.get());
        });
  }

  private void take(RoutingContext request) {
    Body body = new Body(request.body().asString());
    Optional<TurnRequest> turn = TurnReader.read(body, key(request));
    if (refused(request, body) || turn.isEmpty()) return;
    String session = request.pathParam("session");
    String accept = request.request().getHeader("Accept");
    if (accept == null || !accept.contains("text/event-stream")) {
      answer(
          request,
          service.take(session, turn.get(), Relay.NONE),
          (outcome, failure) -> plain(request.response(), outcome, failure));
      return;
    }
    EventStream stream = new EventStream(request.response(), context(request));
    answer(
        request,
        service.take(session, turn.get(), stream),
        (outcome, failure) -> {
          if (outcome instanceof Answered answered) stream.end("done", answered.answer());
          else if (!stream.hasBegun()) plain(request.response(), outcome, failure);
          else stream.end("error", new JsonObject().put("code", "unavailable"));
        });
  }

  /** Answers on the request's own context, whatever thread the outcome comes on. */
  private static <T> void answer(
      RoutingContext request,
      CompletionStage<T> outcome,
      BiConsumer<@Nullable T, @Nullable Throwable> answer) {
    Context context = context(request);
    outcome.whenComplete(
        (value, failure) -> context.runOnContext(now -> answer.accept(value, failure)));
  }

  private static Context context(RoutingContext request) {
    Context context = Vertx.currentContext();
    return context == null ? request.vertx().getOrCreateContext() : context;
  }

  private static void plain(
      HttpServerResponse response, @Nullable TurnOutcome outcome, @Nullable Throwable failure) {
    if (outcome instanceof Answered answered) json(response, 200, answered.answer());
    else if (outcome instanceof Refused refused) problem(response, refused.reason());
    else unavailable(response, failure);
  }

  private static boolean refused(RoutingContext request, Body body) {
    if (body.faults().isEmpty()) return false;
    JsonArray errors = new JsonArray();
    for (Body.Fault fault : body.faults()) {
      errors.add(new JsonObject().put("pointer", fault.pointer()).put("detail", fault.detail()));
    }
    problem(
        request.response(),
        400,
        "bad-request",
        "The request cannot be read.",
        new JsonObject().put("errors", errors));
    return true;
  }

  private static void problem(HttpServerResponse response, TurnOutcome.Reason reason) {
    if (reason == TurnOutcome.Reason.BUSY) response.putHeader("Retry-After", "1");
    problem(response, reason.status(), reason.wire(), reason.detail(), new JsonObject());
  }

  private static void unavailable(HttpServerResponse response, @Nullable Throwable failure) {
    LOG.error("a turn could not be taken", failure);
    response.putHeader("Retry-After", "1");
    problem(response, 503, "unavailable", "The conversation cannot go on now.", new JsonObject());
  }

  private static void problem(
      HttpServerResponse response, int status, String code, String detail, JsonObject more) {
    JsonObject problem =
        new JsonObject()
            .put("type", "urn:attune:problem:" + code)
            .put("title", code.replace('-', ' '))
            .put("status", status)
            .put("detail", detail)
            .mergeIn(more);
    write(response, status, "application/problem+json", problem);
  }

  private static void json(HttpServerResponse response, int status, JsonObject body) {
    write(response, status, "application/json", body);
  }

  private static void write(HttpServerResponse response, int status, String type, JsonObject body) {
    if (response.ended() || response.closed()) return;
    response
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }

  private static @Nullable String key(RoutingContext request) {
    String key = request.request().getHeader("Idempotency-Key");
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) return null;
    return key.replace("\"", "");
  }
}
