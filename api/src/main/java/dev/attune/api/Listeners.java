package dev.attune.api;

import dev.attune.api.config.HttpConfig;
import dev.attune.api.http.Door;
import dev.attune.api.http.Endpoint;
import dev.attune.api.http.HttpListener;
import dev.attune.api.http.HttpMetrics;
import dev.attune.api.http.Operation;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One listener on each event loop, all on one port. */
final class Listeners {
  private final HttpConfig config;
  private final List<HttpListener> all;

  private Listeners(HttpConfig config, List<HttpListener> all) {
    this.config = config;
    this.all = all;
  }

  /** How many event loops serve requests. */
  static int loops(HttpConfig config) {
    return config.loops() > 0 ? config.loops() : Runtime.getRuntime().availableProcessors();
  }

  /**
   * Listens; blocks until requests are taken.
   *
   * @throws IOException when the address cannot be had; says which, and what to do
   */
  static Listeners open(
      HttpConfig config,
      Vertx vertx,
      Map<Operation, Endpoint> endpoints,
      Door door,
      HttpMetrics metrics)
      throws IOException {
    List<HttpListener> opened = new ArrayList<>();
    try {
      for (int i = 0; i < loops(config); i++) {
        HttpListener listener = new HttpListener(config, loops(config), endpoints, door, metrics);
        opened.add(listener);
        vertx.deployVerticle(listener).toCompletionStage().toCompletableFuture().join();
      }
      return new Listeners(config, opened);
    } catch (CompletionException refused) {
      Throwable reason = Objects.requireNonNullElse(refused.getCause(), refused);
      throw new IOException(
          "cannot listen on "
              + config.host()
              + ":"
              + config.port()
              + ": "
              + reason.getMessage()
              + ". Choose another with --port; 0 picks a free one",
          reason);
    }
  }

  URI address() {
    return URI.create("http://" + config.host() + ":" + all.get(0).port());
  }

  /** Takes no more requests, and blocks until those begun are answered or overdue. */
  void drain() {
    CompletableFuture<?>[] draining =
        all.stream()
            .map(listener -> listener.drain().toCompletionStage().toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(draining).exceptionally(overdue -> null).join();
  }
}
