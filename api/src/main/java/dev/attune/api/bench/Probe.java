package dev.attune.api.bench;

import dev.attune.api.redis.RedisLinks;
import dev.attune.api.redis.RedisStores;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.Known;
import dev.attune.engine.fact.PersonId;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.VertxInternal;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What decisions are compared with: an endpoint that answers from memory, and one that reads a
 * person's facts and decodes them. As many event loops as the server has.
 */
final class Probe implements AutoCloseable {
  private static final Buffer FIXED =
      Buffer.buffer("{\"placements\":[{\"id\":\"home.grid\",\"choices\":[],\"fallback\":[]}]}");

  private final Vertx vertx;
  private final RedisStores stores;
  private final int port;

  private Probe(Vertx vertx, RedisStores stores, int port) {
    this.vertx = vertx;
    this.stores = stores;
    this.port = port;
  }

  static Probe start(String redis, String space, InstantSource clock) {
    int loops = Runtime.getRuntime().availableProcessors();
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops).setPreferNativeTransport(true));
    RedisLinks links =
        RedisLinks.open(redis, ((VertxInternal) vertx).nettyEventLoopGroup())
            .toCompletableFuture()
            .join();
    RedisStores stores = RedisStores.on(links, space, ConsentDefault.NOTHING, clock, 0);
    AtomicInteger port = new AtomicInteger();
    vertx
        .deployVerticle(
            () -> new Listener(stores.facts(), port), new DeploymentOptions().setInstances(loops))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    return new Probe(vertx, stores, port.get());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    stores.close().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Listens on one event loop; all of them share one port. */
  private static final class Listener extends VerticleBase {
    private static final int SHARED_PORT = -1;

    private final FactStore facts;
    private final AtomicInteger port;

    Listener(FactStore facts, AtomicInteger port) {
      this.facts = facts;
      this.port = port;
    }

    @Override
    public Future<?> start() {
      return vertx
          .createHttpServer()
          .requestHandler(this::answer)
          .listen(SHARED_PORT, "127.0.0.1")
          .onSuccess(listening -> port.set(listening.actualPort()));
    }

    private void answer(HttpServerRequest request) {
      HttpServerResponse response = request.response();
      response.putHeader("content-type", "application/json");
      String person = request.getParam("person");
      if (person == null) {
        response.end(FIXED);
        return;
      }
      facts
          .load(PersonId.user(person))
          .whenComplete(
              (known, failure) -> {
                if (failure == null) response.end(counted(known));
                else response.setStatusCode(503).end();
              });
    }

    /** Something of everything that was decoded. */
    private static Buffer counted(Known known) {
      return Buffer.buffer(
          "{\"profile\":"
              + known.profile().size()
              + ",\"counters\":"
              + known.counters().size()
              + ",\"encounters\":"
              + known.encounters().size()
              + "}");
    }
  }
}
