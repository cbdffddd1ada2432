package dev.attune.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the configured origins call with a client key. No cookies are used, so none are
 * allowed. Immutable.
 */
final class Cors {
  private static final String HEADERS =
      "authorization, content-type, content-encoding, idempotency-key, x-retry-count, "
          + Proofs.HEADER;

  private final List<String> origins;

  Cors(List<String> origins) {
    this.origins = origins;
  }

  /** Names the origin that may read the answer. */
  void open(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) return;
    String allowed = allowed(origin);
    HttpServerResponse response = request.response();
    if (!origins.contains("*")) response.putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (allowed == null) return;
    response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
    response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.RETRY_AFTER);
  }

  private @Nullable String allowed(String origin) {
    if (origins.contains("*")) return "*";
    return origins.contains(origin) ? origin : null;
  }

  static boolean isPreflight(HttpServerRequest request) {
    return request.method() == HttpMethod.OPTIONS
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /** Answers a browser that asks first. */
  void preflight(HttpServerRequest request, String methods) {
    open(request);
    request
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, methods)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
        .end();
  }
}
