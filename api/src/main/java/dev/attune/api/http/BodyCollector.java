package dev.attune.api.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body up to a limit. What is beyond it is thrown away unread-of, so that the
 * client can hear the refusal; far beyond it the connection is closed.
 */
final class BodyCollector {
  /** How much of a refused body is still taken from the wire. */
  private static final long PATIENCE = 32L * 1024 * 1024;

  /** Told once, when the whole body was read, or cannot be. */
  interface Listener {
    void whole(byte[] body);

    void tooLarge();

    /** What came is no HTTP; the connection ends. */
    void broken();
  }

  private static final byte[] EMPTY = new byte[0];

  private final HttpServerRequest request;
  private final int limit;
  private final Listener listener;
  private @Nullable Buffer read;
  private long seen;

  private BodyCollector(HttpServerRequest request, int limit, Listener listener) {
    this.request = request;
    this.limit = limit;
    this.listener = listener;
  }

  static void collect(HttpServerRequest request, int limit, Listener listener) {
    BodyCollector collector = new BodyCollector(request, limit, listener);
    request.handler(collector::take);
    request.endHandler(end -> collector.end());
    request.exceptionHandler(broken -> listener.broken());
  }

  private void take(Buffer chunk) {
    seen += chunk.length();
    if (seen > PATIENCE) {
      request.connection().close();
    } else if (seen > limit) {
      read = null;
    } else {
      read = read == null ? chunk : appended(read, chunk);
    }
  }

  /** Chunks of the wire are read-only views; the second one makes a buffer of our own. */
  private static Buffer appended(Buffer read, Buffer chunk) {
    return Buffer.buffer(read.length() + chunk.length()).appendBuffer(read).appendBuffer(chunk);
  }

  private void end() {
    if (seen > limit) {
      listener.tooLarge();
    } else {
      listener.whole(read == null ? EMPTY : read.getBytes());
    }
  }
}
