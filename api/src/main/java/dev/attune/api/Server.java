package dev.attune.api;

import dev.attune.api.config.ServerConfig;
import dev.attune.api.http.AccessTable;
import dev.attune.api.http.Door;
import dev.attune.api.http.Endpoint;
import dev.attune.api.http.HttpMetrics;
import dev.attune.api.http.KeyFolder;
import dev.attune.api.http.Operation;
import dev.attune.api.http.Proofs;
import dev.attune.api.http.Rates;
import dev.attune.api.machine.GivingWay;
import dev.attune.api.metrics.Registry;
import dev.attune.api.redis.RedisStores;
import dev.attune.engine.text.Diagnostic;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server: rules, stores, engine, listeners, in that order up and in reverse down. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final int RECORDS_SECONDS = 1;

  private final ServerConfig config;
  private final Vertx vertx;
  private final LiveRules rules;
  private final LiveStore store;
  private final Engine engine;
  private final Conversations conversations;
  private final Readiness readiness;
  private final Listeners listeners;
  private final List<String> madeKeys;
  private final List<Diagnostic> diagnostics;
  private final Optional<GivingWay> giving = CanWait.begin();
  private boolean closed;

  private Server(
      ServerConfig config,
      Vertx vertx,
      LiveRules rules,
      LiveStore store,
      Engine engine,
      Conversations conversations,
      Readiness readiness,
      Listeners listeners,
      List<String> madeKeys,
      List<Diagnostic> diagnostics) {
    this.config = config;
    this.vertx = vertx;
    this.rules = rules;
    this.store = store;
    this.engine = engine;
    this.conversations = conversations;
    this.readiness = readiness;
    this.listeners = listeners;
    this.madeKeys = madeKeys;
    this.diagnostics = diagnostics;
  }

  /**
   * Starts everything; returns when requests are served. Blocking.
   *
   * @throws StartFailure when there is nothing to serve, or no place to do it
   */
  public static Server start(ServerConfig config, InstantSource clock) throws StartFailure {
    Places.check(config);
    Underway underway = Underway.of(config);
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(Listeners.loops(config.http()))
                .setPreferNativeTransport(true));
    try {
      KeyFolder keys = KeyFolder.open(config.data(), config.keys(), config.demo());
      LiveStore store =
          LiveStore.open(config, ((VertxInternal) vertx).nettyEventLoopGroup(), clock);
      try {
        Server server = over(new Ground(config, vertx, store, keys, clock), underway);
        keys.keep();
        return server;
      } catch (IOException | StartFailure | RuntimeException | Error failed) {
        store.close();
        throw failed;
      }
    } catch (IOException noPlace) {
      vertx.close();
      throw StartFailure.of(noPlace);
    } catch (StartFailure | RuntimeException | Error failed) {
      vertx.close();
      throw failed;
    }
  }

  /** What takes seconds and needs no store, begun before there is one. */
  private record Underway(
      CompletableFuture<LiveRules.Started> rules,
      CompletableFuture<Conversations.Loaded> conversations) {
    static Underway of(ServerConfig config) {
      return new Underway(
          CompletableFuture.supplyAsync(() -> LiveRules.start(config.rules(), config.data())),
          CompletableFuture.supplyAsync(() -> Conversations.load(config)));
    }
  }

  /** What everything else is built on. */
  private record Ground(
      ServerConfig config, Vertx vertx, LiveStore store, KeyFolder keys, InstantSource clock) {}

  private static Server over(Ground ground, Underway underway) throws IOException, StartFailure {
    PrometheusMeterRegistry registry = Registry.ofProcess();
    Timer compiling =
        Timer.builder("attune.rules.compile")
            .description("an edit from reading the folder to going live")
            .register(registry);
    LiveRules.Started started = underway.rules().join();
    if (!started.hasRules())
      throw StartFailure.ofRules(ground.config.rules(), started.diagnostics());
    LiveRules rules =
        LiveRules.join(
            started, ground.store.stores(), ground.keys.nodeSecret(), compiling, ground.clock);
    try {
      return over(ground, rules, started.diagnostics(), underway.conversations().join(), registry);
    } catch (IOException | StartFailure | RuntimeException | Error failed) {
      rules.close();
      throw failed;
    }
  }

  private static Server over(
      Ground ground,
      LiveRules rules,
      List<Diagnostic> diagnostics,
      Conversations.Loaded loaded,
      PrometheusMeterRegistry registry)
      throws IOException, StartFailure {
    ServerConfig config = ground.config;
    RedisStores stores = ground.store.stores();
    Engine engine = Engine.over(rules, stores, registry, ground.clock);
    WarmUp.of(engine.decisions(), rules.current().content().placements());
    Conversations conversations =
        LiveConversations.start(config, loaded, rules, engine, stores, registry, ground.clock);
    try {
      StoreWatch watch = StoreWatch.start(ground.vertx, stores);
      Readiness readiness = new Readiness(rules, watch, conversations.mode());
      Proofs proofs =
          new Proofs(ground.keys.personSecret(), ground.keys.tokenSecret(), ground.clock);
      Map<Operation, Endpoint> endpoints =
          Surface.of(
              config,
              engine,
              rules,
              stores,
              proofs,
              conversations,
              readiness,
              registry,
              ground.clock);
      LiveConversations.serve(conversations, rules, proofs, ground.keys.pageKey(), endpoints);
      Door door =
          new Door(ground.keys.ring(), proofs, AccessTable.load(), new Rates(config.keys()));
      Listeners listeners =
          Listeners.open(config.http(), ground.vertx, endpoints, door, new HttpMetrics(registry));
      return new Server(
          config,
          ground.vertx,
          rules,
          ground.store,
          engine,
          conversations,
          readiness,
          listeners,
          ground.keys.made(),
          diagnostics);
    } catch (IOException | RuntimeException | Error failed) {
      conversations.close();
      engine.workers().shutdownNow();
      throw failed;
    }
  }

  /** Where it listens. */
  public URI address() {
    return listeners.address();
  }

  /** Keys made at this start, to be told once. */
  public List<String> madeKeys() {
    return madeKeys;
  }

  /** What is wrong with the rules folder, when an earlier state of it is live instead. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Not ready, drain, flush, close; within ten seconds. */
  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    LOG.info("stopping");
    readiness.stop();
    pause(config.http().farewell().toMillis());
    listeners.drain();
    engine
        .recorder()
        .drained()
        .toCompletableFuture()
        .completeOnTimeout(null, RECORDS_SECONDS, TimeUnit.SECONDS)
        .join();
    engine
        .health()
        .flush()
        .toCompletableFuture()
        .completeOnTimeout(null, RECORDS_SECONDS, TimeUnit.SECONDS)
        .join();
    conversations.close();
    rules.close();
    engine.workers().shutdownNow();
    store.close();
    giving.ifPresent(GivingWay::close);
    vertx.close().toCompletionStage().toCompletableFuture().join();
    LOG.info("stopped");
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
