package dev.attune.api.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.ThreadLocalRandom;

/** Writes answers; what comes after the first, or after the client has gone, is dropped. */
final class Answers {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence PROBLEM =
      HttpHeaders.createOptimized("application/problem+json");

  /** Made once, because refusing must cost next to nothing when there is too much to do. */
  private static final Buffer OVERLOADED =
      Json.bytes(Problem.unavailable("The server has more work than it can bear."));

  private static final int LONGEST_WAIT_SECONDS = 5;

  private Answers() {}

  /** Refuses what the server cannot bear; clients come back at different times. */
  static void shed(HttpServerResponse response) {
    if (isOver(response)) return;
    int seconds = ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT_SECONDS + 1);
    response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    bytes(response, 503, PROBLEM, OVERLOADED);
  }

  /** What can be done at an address. */
  static void methods(HttpServerResponse response, String methods) {
    if (isOver(response)) return;
    begin(response, 204).putHeader(HttpHeaders.ALLOW, methods).end();
  }

  /** Refuses a body in a coding that is not undone here, and names those that are. */
  static void packed(HttpServerResponse response, Operation operation) {
    if (isOver(response)) return;
    String taken = operation.isPacked() ? "gzip, identity" : "identity";
    response.putHeader(HttpHeaders.ACCEPT_ENCODING, taken);
    refuse(
        response,
        Problem.of(
            415,
            "unknown-coding",
            "The body is packed in a way that is not taken here",
            "Content-Encoding is absent or one of " + taken + "."));
  }

  static void empty(HttpServerResponse response, int status) {
    if (isOver(response)) return;
    begin(response, status).end();
  }

  static void json(HttpServerResponse response, int status, JsonBody json) {
    bytes(response, status, JSON, Json.bytes(json));
  }

  static void bytes(HttpServerResponse response, int status, CharSequence type, Buffer bytes) {
    if (isOver(response)) return;
    begin(response, status).putHeader(HttpHeaders.CONTENT_TYPE, type).end(bytes);
  }

  static void refuse(HttpServerResponse response, Problem problem) {
    if (isOver(response)) return;
    Integer retryAfter = problem.retryAfter();
    if (retryAfter != null) response.putHeader(HttpHeaders.RETRY_AFTER, retryAfter.toString());
    if (problem.status() == 401) response.putHeader("www-authenticate", "Bearer");
    bytes(response, problem.status(), PROBLEM, Json.bytes(problem));
  }

  private static HttpServerResponse begin(HttpServerResponse response, int status) {
    StandardHeaders.add(response.setStatusCode(status));
    return response;
  }

  private static boolean isOver(HttpServerResponse response) {
    return response.ended() || response.closed();
  }
}
