package dev.attune.api.onboarding;

import dev.attune.api.onboarding.TurnOutcome.Answered;
import dev.attune.api.onboarding.dialogue.Move;
import dev.attune.engine.fact.PersonId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The conversation's page, its files, and the form for browsers without scripts. */
public final class OnboardingPage {
  /** Nothing but our own files; no script in the page, no frame around it. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src"
          + " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final Map<String, String> TYPES =
      Map.of(
          "onboarding.css", "text/css; charset=utf-8",
          "onboarding.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml",
          "calls.js", "text/javascript; charset=utf-8",
          "choices.js", "text/javascript; charset=utf-8",
          "noted.js", "text/javascript; charset=utf-8",
          "view.js", "text/javascript; charset=utf-8");
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";

  private final OnboardingService service;
  private final Settings settings;
  private final String page;
  private final Map<String, String> files = new HashMap<>();

  /**
   * What the page needs to know of its server.
   *
   * @param clientKey the public key it calls with
   * @param placements the placements whose screens it shows
   * @param model whether a language model can be asked
   * @param anonymousId makes a name for somebody new
   */
  public record Settings(
      String clientKey, List<String> placements, boolean model, Supplier<String> anonymousId) {}

  public OnboardingPage(OnboardingService service, Settings settings) {
    this.service = service;
    this.settings = settings;
    this.page =
        file("index.html")
            .replace("{{key}}", attribute(settings.clientKey()))
            .replace("{{placements}}", attribute(String.join(" ", settings.placements())))
            .replace("{{model}}", String.valueOf(settings.model()));
    TYPES.keySet().forEach(name -> files.put(name, file(name)));
  }

  /** {@code GET /onboarding} */
  public void show(HttpServerRequest request) {
    write(request.response(), 200, HTML, page);
  }

  /** {@code GET /onboarding/{file}} */
  public void file(HttpServerRequest request, String name) {
    String type = TYPES.get(name);
    String text = files.get(name);
    if (type == null || text == null) write(request.response(), 404, TEXT, "not found\n");
    else write(request.response(), 200, type, text);
  }

  /** {@code GET /onboarding/form}, for somebody new or with {@code ?session=} to go on. */
  public void form(HttpServerRequest request) {
    String session = request.getParam("session");
    answer(request, session == null ? opened() : looked(session));
  }

  /** {@code POST /onboarding/form} */
  public void send(HttpServerRequest request, byte[] bytes) {
    FormFields fields = FormFields.read(new String(bytes, StandardCharsets.UTF_8));
    Optional<String> session = fields.first("session").filter(id -> !id.isEmpty());
    CompletionStage<String> known =
        session
            .<CompletionStage<String>>map(CompletableFuture::completedFuture)
            .orElseGet(() -> opened().thenApply(view -> view.getString("session")));
    answer(
        request,
        known
            .thenCompose(this::looked)
            .thenCompose(view -> taken(view, fields))
            .thenCompose(this::looked));
  }

  private CompletionStage<JsonObject> opened() {
    PersonId person = PersonId.anonymous(settings.anonymousId().get());
    return service
        .open(new Opening(person, null, List.of()))
        .thenApply(outcome -> ((Answered) outcome).answer());
  }

  /** One turn after the other, because a session takes one at a time. */
  private CompletionStage<String> taken(JsonObject view, FormFields fields) {
    String session = view.getString("session");
    CompletionStage<String> before = CompletableFuture.completedFuture(session);
    for (Move move : fields.moves(view)) {
      before =
          before.thenCompose(
              done ->
                  service
                      .take(
                          session,
                          new TurnRequest(move, null, null, List.of()),
                          Relay.NONE,
                          person -> person.anonymous())
                      .thenApply(outcome -> session));
    }
    return before;
  }

  private CompletionStage<JsonObject> looked(String session) {
    return service
        .look(session, person -> person.anonymous())
        .thenCompose(
            view ->
                view.<CompletionStage<JsonObject>>map(CompletableFuture::completedFuture)
                    .orElseGet(this::opened));
  }

  private static void answer(HttpServerRequest request, CompletionStage<JsonObject> view) {
    Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
    view.whenComplete(
        (json, failure) ->
            context.runOnContext(
                now -> {
                  if (json == null) Replies.unavailable(request.response(), failure);
                  else write(request.response(), 200, HTML, PlainForm.of(json));
                }));
  }

  private static void write(HttpServerResponse response, int status, String type, String text) {
    if (response.ended() || response.closed()) return;
    response
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-cache")
        .end(text);
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  private static String file(String name) {
    try (InputStream file = OnboardingPage.class.getResourceAsStream("/web/onboarding/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
