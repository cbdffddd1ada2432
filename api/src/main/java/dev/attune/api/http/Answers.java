package dev.attune.api.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** Writes answers; what comes after the first, or after the client has gone, is dropped. */
final class Answers {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence PROBLEM =
      HttpHeaders.createOptimized("application/problem+json");

  private Answers() {}

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
