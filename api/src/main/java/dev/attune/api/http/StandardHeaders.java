package dev.attune.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/** The headers every answer of the API carries; pages replace the content policy with their own. */
public final class StandardHeaders {
  private static final CharSequence OPTIONS = name("x-content-type-options");
  private static final CharSequence POLICY = name("content-security-policy");
  private static final CharSequence REFERRER = name("referrer-policy");
  private static final CharSequence NOSNIFF = name("nosniff");
  private static final CharSequence NOTHING = name("default-src 'none'; frame-ancestors 'none'");
  private static final CharSequence NO_REFERRER = name("no-referrer");
  private static final CharSequence NO_STORE = name("no-store");

  private StandardHeaders() {}

  public static void add(HttpServerResponse response) {
    response
        .headers()
        .set(OPTIONS, NOSNIFF)
        .set(POLICY, NOTHING)
        .set(REFERRER, NO_REFERRER)
        .set(HttpHeaders.CACHE_CONTROL, NO_STORE);
  }

  private static CharSequence name(String text) {
    return HttpHeaders.createOptimized(text);
  }
}
