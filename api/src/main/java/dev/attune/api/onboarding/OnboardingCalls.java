package dev.attune.api.onboarding;

import dev.attune.api.onboarding.TurnOutcome.Answered;
import dev.attune.api.onboarding.TurnOutcome.Refused;
import dev.attune.engine.decision.PlacementRequest;
import dev.attune.engine.fact.PersonId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The conversation's calls. Each is called on an event loop, with the body read whole, as an
 * object.
 */
public final class OnboardingCalls {
  private static final int LONGEST_KEY = 128;

  private final OnboardingService service;
  private final Supplier<Set<String>> placements;

  /**
   * @param placements the ids of those there are
   */
  public OnboardingCalls(OnboardingService service, Supplier<Set<String>> placements) {
    this.service = service;
    this.placements = placements;
  }

  /**
   * {@code POST /v1/onboarding}
   *
   * @param mayActFor whether the caller may speak for a person
   */
  public void open(HttpServerRequest request, JsonObject json, Predicate<PersonId> mayActFor) {
    Body body = new Body(json, this.placements.get());
    body.only(Set.of("userId", "anonymousId", "model", "placements"));
    Optional<PersonId> person = person(body);
    Optional<Boolean> model = body.flag("model");
    List<PlacementRequest> placements = body.placements();
    if (!body.faults().isEmpty() || person.isEmpty()) {
      Replies.faults(request.response(), body.faults());
    } else if (!mayActFor.test(person.get())) {
      Replies.notProven(request.response());
    } else {
      answer(
          service.open(new Opening(person.get(), model.orElse(null), placements)),
          (outcome, failure) -> whole(request.response(), outcome, failure));
    }
  }

  /** {@code GET /v1/onboarding/{session}} */
  public void look(HttpServerRequest request, String session, Predicate<PersonId> mayActFor) {
    answer(
        service.look(session, mayActFor),
        (view, failure) -> {
          if (view == null) Replies.unavailable(request.response(), failure);
          else if (view.isEmpty()) {
            Replies.refused(
                request.response(), new Refused(TurnOutcome.Reason.UNKNOWN_SESSION, null));
          } else Replies.json(request.response(), view.get());
        });
  }

  /** {@code POST /v1/onboarding/{session}/turns}, as JSON or as a stream of events. */
  public void take(
      HttpServerRequest request, JsonObject json, String session, Predicate<PersonId> mayActFor) {
    Body body = new Body(json, placements.get());
    Optional<TurnRequest> turn = TurnReader.read(body, key(request));
    if (turn.isEmpty()) {
      Replies.faults(request.response(), body.faults());
    } else if (wantsEvents(request)) {
      stream(request, session, turn.get(), mayActFor);
    } else {
      answer(
          service.take(session, turn.get(), Relay.NONE, mayActFor),
          (outcome, failure) -> whole(request.response(), outcome, failure));
    }
  }

  private void stream(
      HttpServerRequest request, String session, TurnRequest turn, Predicate<PersonId> mayActFor) {
    EventStream stream = new EventStream(request.response(), context());
    answer(
        service.take(session, turn, stream, mayActFor),
        (outcome, failure) -> {
          if (outcome instanceof Answered answered) stream.end("done", answered.answer());
          else if (!stream.hasBegun()) whole(request.response(), outcome, failure);
          else stream.end("error", new JsonObject().put("code", code(outcome)));
        });
  }

  private static String code(@Nullable TurnOutcome outcome) {
    return outcome instanceof Refused refused ? refused.reason().wire() : "unavailable";
  }

  /** Answers on the request's own event loop, whatever thread the outcome comes on. */
  private static <T> void answer(
      CompletionStage<T> outcome, BiConsumer<@Nullable T, @Nullable Throwable> answer) {
    Context context = context();
    outcome.whenComplete(
        (value, failure) -> context.runOnContext(now -> answer.accept(value, failure)));
  }

  private static Context context() {
    return Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
  }

  private static void whole(
      HttpServerResponse response, @Nullable TurnOutcome outcome, @Nullable Throwable failure) {
    if (outcome instanceof Answered answered) Replies.json(response, answered.answer());
    else if (outcome instanceof Refused refused) Replies.refused(response, refused);
    else Replies.unavailable(response, failure);
  }

  private static Optional<PersonId> person(Body body) {
    Optional<String> user = body.id("userId");
    Optional<String> anonymous = body.id("anonymousId");
    if (user.isPresent() == anonymous.isPresent()) {
      body.wrong("", "must name the person by one of userId, anonymousId");
      return Optional.empty();
    }
    return user.map(PersonId::user).or(() -> anonymous.map(PersonId::anonymous));
  }

  private static boolean wantsEvents(HttpServerRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/event-stream");
  }

  private static @Nullable String key(HttpServerRequest request) {
    String key = request.getHeader("Idempotency-Key");
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) return null;
    return key.replace("\"", "");
  }
}
