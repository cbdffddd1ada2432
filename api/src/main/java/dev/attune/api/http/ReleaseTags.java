package dev.attune.api.http;

import io.vertx.core.http.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of releases and the revisions of drafts as entity tags: {@code ETag: "7"}, {@code
 * If-Match: "7"}; and keys of repeated requests.
 */
final class ReleaseTags {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"?([0-9]{1,18})\"?");
  private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,128})\"?");

  private ReleaseTags() {}

  static void add(Exchange exchange, long number) {
    exchange.request().response().putHeader(HttpHeaders.ETAG, "\"" + number + "\"");
  }

  /** The number in {@code If-Match}; empty when there is none or any will do. */
  static Checked<Optional<Long>> match(Exchange exchange) {
    @Nullable String header = exchange.request().getHeader(HttpHeaders.IF_MATCH);
    if (header == null || header.strip().equals("*")) return Checked.good(Optional.empty());
    Matcher tag = TAG.matcher(header.strip());
    return tag.matches()
        ? Checked.good(Optional.of(Long.parseLong(tag.group(1))))
        : Checked.refused(
            Problem.badParameter("If-Match takes one number in quotes, as the ETag shows it."));
  }

  /** What {@code Idempotency-Key} holds; empty when there is none. */
  static Checked<Optional<String>> requestKey(Exchange exchange) {
    @Nullable String header = exchange.request().getHeader("idempotency-key");
    if (header == null) return Checked.good(Optional.empty());
    Matcher key = KEY.matcher(header.strip());
    return key.matches()
        ? Checked.good(Optional.of(key.group(1)))
        : Checked.refused(
            Problem.badParameter("Idempotency-Key takes up to 128 visible letters, in quotes."));
  }
}
