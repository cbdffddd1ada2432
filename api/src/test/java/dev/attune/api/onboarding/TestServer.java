package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Fields;
import dev.attune.api.onboarding.model.ModelCalls;
import dev.attune.api.onboarding.model.Voucher;
import dev.attune.api.onboarding.prompt.ActivePrompts;
import dev.attune.api.onboarding.prompt.PromptReader;
import dev.attune.api.onboarding.prompt.PromptReading;
import dev.attune.engine.decision.Decision;
import dev.attune.engine.decision.DecisionRequest;
import dev.attune.engine.decision.PlacementResult;
import dev.attune.engine.decision.State;
import dev.attune.engine.decision.StateReason;
import dev.attune.engine.fact.ConsentDefault;
import dev.attune.engine.fact.FactStore;
import dev.attune.engine.fact.InMemoryFactStore;
import dev.attune.engine.profile.ConversationStore;
import dev.attune.engine.profile.Extractor;
import dev.attune.engine.vocabulary.Field;
import dev.attune.engine.vocabulary.Vocabulary;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The conversation's calls on a loopback port, with stores in memory. */
public final class TestServer implements AutoCloseable {
  final Vertx vertx = Vertx.vertx();
  final FactStore facts;
  final ConversationStore conversations;
  final @Nullable ModelCalls model;
  final OnboardingService service;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  TestServer(@Nullable String modelUrl) {
    this(
        modelUrl,
        new LocalConversations(),
        new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.PERSONALISATION));
  }

  /** A server that waits for its model as long as it takes. */
  static TestServer patient(String modelUrl) {
    return new TestServer(
        StubModel.calls(modelUrl, StubModel.PATIENT),
        new LocalConversations(),
        new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.PERSONALISATION),
        small(),
        new PlainWords(),
        PlainWords::vouches);
  }

  TestServer(@Nullable String modelUrl, ConversationStore conversations, FactStore facts) {
    this(
        modelUrl == null ? null : StubModel.calls(modelUrl, StubModel.HURRIED),
        conversations,
        facts,
        small(),
        new PlainWords(),
        PlainWords::vouches);
  }

  TestServer(
      @Nullable String modelUrl, Vocabulary vocabulary, Extractor extractor, Voucher voucher) {
    this(
        modelUrl == null ? null : StubModel.calls(modelUrl, StubModel.PATIENT),
        new LocalConversations(),
        new InMemoryFactStore(new ConcurrentHashMap<>(), ConsentDefault.PERSONALISATION),
        vocabulary,
        extractor,
        voucher);
  }

  private TestServer(
      @Nullable ModelCalls model,
      ConversationStore conversations,
      FactStore facts,
      Vocabulary vocabulary,
      Extractor extractor,
      Voucher voucher) {
    this.conversations = conversations;
    this.facts = facts;
    this.model = model;
    service =
        new OnboardingService(ports(new Understanding(vocabulary, extractor, voucher, "words-1")));
    server =
        vertx
            .createHttpServer()
            .requestHandler(OnboardingRoutes.of(vertx, service, model != null))
            .listen(0, "127.0.0.1")
            .await();
  }

  private static Vocabulary small() {
    Map<String, Field> profile = new LinkedHashMap<>();
    Fields.ALL.forEach(field -> profile.put(field.name(), field));
    return new Vocabulary(profile, Map.of(), Map.of(), Map.of(), Map.of());
  }

  private OnboardingPorts ports(Understanding understanding) {
    return new OnboardingPorts(
        conversations,
        new Profiles(facts, InstantSource.system()),
        known -> Set.of(),
        TestServer::decide,
        () -> understanding,
        prompts(),
        model,
        workers,
        InstantSource.system());
  }

  public static ActivePrompts prompts() {
    Path folder = Path.of("..", "prompts");
    PromptReading.Read read = (PromptReading.Read) PromptReader.read(folder);
    return new ActivePrompts(folder, read.prompts());
  }

  private static CompletionStage<Decision> decide(DecisionRequest request) {
    return CompletableFuture.completedFuture(
        new Decision(
            "d-1",
            request.person(),
            "release-1",
            Instant.EPOCH,
            State.FRESH,
            StateReason.values()[0],
            Duration.ZERO,
            request.placements().stream()
                .map(
                    one -> new PlacementResult(one.id(), List.of(), List.of(Map.of("title", "Hi"))))
                .toList(),
            List.of(),
            List.of()));
  }

  int port() {
    return server.actualPort();
  }

  /** Opens a conversation of a person who lets a model read what they write. */
  JsonObject open(String user) {
    return post("/v1/onboarding", new JsonObject().put("userId", user).put("model", true)).json();
  }

  Reply say(String session, String text) {
    return turn(session, new JsonObject().put("text", text));
  }

  Reply turn(String session, JsonObject turn, String... headers) {
    return post("/v1/onboarding/" + session + "/turns", turn, headers);
  }

  /** The events of a turn, once all have come. */
  CompletableFuture<String> stream(String session, JsonObject turn) {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/v1/onboarding/" + session + "/turns"))
            .POST(HttpRequest.BodyPublishers.ofString(turn.encode()))
            .header("Accept", "text/event-stream")
            .build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  Reply post(String path, JsonObject body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
            .header("Content-Type", "application/json");
    if (headers.length > 0) request.headers(headers);
    return send(request.build());
  }

  Reply get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** An HTTP answer. */
  record Reply(int status, String body, HttpResponse<String> response) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  @Override
  public void close() {
    server.close().await();
    if (model != null) model.close();
    workers.shutdownNow();
    vertx.close().await();
  }
}
