package dev.attune.api.http;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses heads that a proxy before this server may read differently than it does. */
final class HeadCheck {
  private static final int MOST_HEADERS = 64;

  private HeadCheck() {}

  /** What is wrong with a request's head; null when it is good. */
  static @Nullable Problem fault(HttpServerRequest request) {
    DecoderResult decoded = request.decoderResult();
    if (decoded.isFailure()) return unreadable(decoded.cause());
    if (request.headers().size() > MOST_HEADERS) return tooMany();
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    if (hosts.size() > 1) return bad("Host stands more than once");
    if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_1) return bad("Host is missing");
    List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    if (codings.size() > 1
        || (codings.size() == 1 && !codings.get(0).strip().equalsIgnoreCase("chunked"))) {
      return bad("Transfer-Encoding is chunked or absent");
    }
    return null;
  }

  /** What a body is answered with that is not framed as its head says. */
  static Problem broken() {
    return bad("its body is not framed as RFC 9112 has it");
  }

  private static Problem unreadable(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return Problem.of(
          414, "too-long", "The request's address is too long", "At most 4096 bytes are taken.");
    }
    if (cause instanceof TooLongHttpHeaderException) return tooMany();
    return bad("it is not HTTP/1.1 as RFC 9112 has it");
  }

  private static Problem bad(String detail) {
    return Problem.of(400, "invalid-request", "The request's head is not valid", detail);
  }

  private static Problem tooMany() {
    return Problem.of(
        431,
        "too-many-headers",
        "The request has too many headers",
        "At most 64 are taken, of 8 KiB together.");
  }
}
