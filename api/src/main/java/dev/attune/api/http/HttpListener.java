package dev.attune.api.http;

import dev.attune.api.config.HttpConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Listens on one event loop. Several of these share one port; each has its own bounds, a share of
 * the server's.
 */
public final class HttpListener extends VerticleBase {
  /** A free port, the same for every listener; 0 would give each one of its own. */
  private static final int FREE_AND_SHARED = -1;

  private static final long TICK_MILLIS = 20;
  private static final long SWEEP_MILLIS = 1000;
  private static final long LEAVING_MILLIS = 3000;

  private final HttpConfig config;
  private final Map<Operation, Endpoint> endpoints;
  private final Door door;
  private final HttpMetrics metrics;
  private final Admission admission;
  private final Connections connections;
  private @Nullable HttpServer server;
  private long lastTick;

  /**
   * @param loops how many listeners share the bounds
   * @param endpoints one for each operation this server offers
   */
  public HttpListener(
      HttpConfig config,
      int loops,
      Map<Operation, Endpoint> endpoints,
      Door door,
      HttpMetrics metrics) {
    this.config = config;
    this.endpoints = endpoints;
    this.door = door;
    this.metrics = metrics;
    this.admission =
        new Admission(
            Math.max(1, config.inFlight() / loops),
            config.lag().toNanos(),
            config.patience().toNanos());
    this.connections =
        new Connections(
            Math.max(1, config.connections() / loops),
            config.headerTimeout(),
            config.bodyTimeout(),
            config.idleTimeout());
  }

  @Override
  public Future<?> start() {
    Gate gate =
        new Gate(endpoints, door, new Cors(config.origins()), admission, connections, metrics);
    tickLater();
    vertx.setPeriodic(SWEEP_MILLIS, sweep -> connections.sweep());
    HttpServer listening =
        vertx
            .createHttpServer(options())
            .connectionHandler(connections::opened)
            .invalidRequestHandler(gate::enter)
            .requestHandler(gate::enter);
    server = listening;
    return listening.listen(config.port() == 0 ? FREE_AND_SHARED : config.port(), config.host());
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(4096)
        .setMaxHeaderSize(8192)
        .setHttp2ClearTextEnabled(false)
        .setHandle100ContinueAutomatically(true)
        .setTcpNoDelay(true);
  }

  private void tick() {
    long now = System.nanoTime();
    admission.tick(now - lastTick - TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS), now);
    tickLater();
  }

  /** Anew each time: a periodic timer makes up for lost time, and so hides the lag. */
  private void tickLater() {
    lastTick = System.nanoTime();
    vertx.setTimer(TICK_MILLIS, tick -> tick());
  }

  /** The port it listens on, once started. */
  public int port() {
    return Objects.requireNonNull(server, "not started").actualPort();
  }

  /**
   * Takes no new connection, ends each after its next answer, lets running requests finish for a
   * while; then closes.
   */
  public Future<Void> drain() {
    HttpServer listening = server;
    return listening == null
        ? Future.succeededFuture()
        : leave()
            .compose(left -> listening.shutdown(config.drain().toMillis(), TimeUnit.MILLISECONDS));
  }

  private Future<Void> leave() {
    Promise<Void> left = Promise.promise();
    context.runOnContext(
        now -> {
          connections.leave();
          long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAVING_MILLIS);
          vertx.setPeriodic(
              TICK_MILLIS,
              tick -> {
                if (!connections.isQuiet() && System.nanoTime() < end) return;
                vertx.cancelTimer(tick);
                left.tryComplete();
              });
        });
    return left.future();
  }
}
