package dev.attune.api.onboarding;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and refusals; nothing after the client has gone. */
final class Replies {
  private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

  private Replies() {}

  static void json(HttpServerResponse response, JsonObject body) {
    write(response, 200, "application/json", body);
  }

  /** Everything that is wrong with a body, each with its place. */
  static void faults(HttpServerResponse response, List<Body.Fault> faults) {
    JsonObject more = new JsonObject().put("errors", errors(faults));
    problem(response, 400, "invalid-body", "The body is not what this operation takes", more);
  }

  private static JsonArray errors(List<Body.Fault> faults) {
    JsonArray errors = new JsonArray();
    for (Body.Fault fault : faults) {
      errors.add(new JsonObject().put("pointer", fault.pointer()).put("detail", fault.detail()));
    }
    return errors;
  }

  static void refused(HttpServerResponse response, TurnOutcome.Refused refused) {
    TurnOutcome.Reason reason = refused.reason();
    if (reason == TurnOutcome.Reason.BUSY) response.putHeader("Retry-After", "1");
    JsonObject more = new JsonObject();
    if (refused.pointer() != null) {
      more.put("errors", errors(List.of(new Body.Fault(refused.pointer(), reason.detail()))));
    }
    problem(response, reason.status(), reason.wire(), reason.detail(), more);
  }

  static void notProven(HttpServerResponse response) {
    problem(
        response,
        403,
        "forbidden",
        "This key may not speak for that person without a proof.",
        new JsonObject());
  }

  /** A store did not answer. The log tells what, without anybody's words. */
  static void unavailable(HttpServerResponse response, @Nullable Throwable failure) {
    LOG.error("a turn could not be taken", failure);
    response.putHeader("Retry-After", "1");
    problem(response, 503, "unavailable", "The conversation cannot go on now.", new JsonObject());
  }

  private static void problem(
      HttpServerResponse response, int status, String type, String title, JsonObject more) {
    JsonObject problem =
        new JsonObject()
            .put("type", "urn:attune:problem:" + type)
            .put("title", title)
            .put("status", status)
            .mergeIn(more);
    write(response, status, "application/problem+json", problem);
  }

  private static void write(HttpServerResponse response, int status, String type, JsonObject body) {
    if (response.ended() || response.closed()) return;
    response
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(body.encode());
  }
}
