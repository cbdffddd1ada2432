package dev.attune.api.http;

import dev.attune.engine.fact.PersonId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One admitted request and its answer. Its body has been read whole and its caller may call the
 * operation, for everybody or for people the caller proves to be. Used on one event loop; answered
 * exactly once.
 */
public final class Exchange {
  static final String NOT_PROVEN =
      "A client key acts only for an anonymous id made at /v1/anonymous, or for a user with a"
          + " proof in the attune-proof header.";

  private final HttpServerRequest request;
  private final Route route;
  private final Door door;
  private final byte[] body;
  private Caller caller;
  private int secondsToWait;

  Exchange(HttpServerRequest request, Route route, Door door, Caller caller, byte[] body) {
    this.request = request;
    this.route = route;
    this.door = door;
    this.caller = caller;
    this.body = body;
  }

  public Operation operation() {
    return route.operation();
  }

  public byte[] body() {
    return body;
  }

  /** The request as it came, for headers and streamed answers. */
  public HttpServerRequest request() {
    return request;
  }

  /** A parameter of the path, percent-decoded. */
  public String parameter(String name) {
    return Objects.requireNonNull(route.parameters().get(name), name);
  }

  /** A parameter that only some of the operation's paths have; null when this one has none. */
  @Nullable String optionalParameter(String name) {
    return route.parameters().get(name);
  }

  /** A parameter of the query; null when it is not given. */
  public @Nullable String query(String name) {
    return request.getParam(name);
  }

  /** A public name of the key that was shown, for logs. */
  public Caller caller() {
    return caller;
  }

  /**
   * Takes a key that stood in the body, as tracking SDKs send it.
   *
   * @return whether the caller may go on
   */
  public boolean takeKey(@Nullable String key) {
    if (access() == Access.NO) {
      caller = door.callerOf(key);
      secondsToWait = door.secondsToWait(caller);
    }
    return access() != Access.NO;
  }

  /** How many seconds a key that stood in the body is to wait, because it calls too often. */
  public int secondsToWait() {
    return secondsToWait;
  }

  /** Whether the caller may do this for that person. */
  public boolean mayActFor(PersonId person) {
    Access access = access();
    if (access == Access.OWN) return door.proves(person, request.getHeader(Proofs.HEADER));
    return access == Access.YES;
  }

  /**
   * Whether the caller may say that a visitor is this user: the product's servers may, a page only
   * with the user's proof. A joined visitor is decided for as the user.
   */
  public boolean mayJoin(PersonId user) {
    return mayJoin() || door.proves(user, request.getHeader(Proofs.HEADER));
  }

  /** Whether the caller may set what people are not asked for, such as their plan. */
  public boolean maySetFacts() {
    return caller.is(Identity.SERVER);
  }

  /** Whether the caller may see what is known about people: a page never may. */
  boolean mayReadFacts() {
    return caller.is(Identity.SERVER);
  }

  /** Whether the caller may say that any two ids are one person. */
  public boolean mayJoin() {
    return caller.is(Identity.SERVER);
  }

  private Access access() {
    return door.access(caller, operation());
  }

  /** Answers with a status and no body. */
  public void answer(int status) {
    Answers.empty(request.response(), status);
  }

  /** Answers with JSON. */
  public void answer(int status, JsonBody json) {
    Answers.json(request.response(), status, json);
  }

  /** Answers with bytes of any type. */
  public void answer(int status, CharSequence type, Buffer bytes) {
    Answers.bytes(request.response(), status, type, bytes);
  }

  /** Answers with problem details. */
  public void refuse(Problem problem) {
    Answers.refuse(request.response(), problem);
  }

  /**
   * Goes on when a stage is complete, on this request's event loop. A stage that fails is answered:
   * 503 when a store could not be reached, 500 for a bug.
   */
  public <T> void when(CompletionStage<T> stage, Consumer<T> next) {
    Context here = Vertx.currentContext();
    stage.whenComplete(
        (value, failure) -> {
          if (here == null || Vertx.currentContext() == here) {
            settle(value, failure, next);
          } else {
            here.runOnContext(ignored -> settle(value, failure, next));
          }
        });
  }

  private <T> void settle(@Nullable T value, @Nullable Throwable failure, Consumer<T> next) {
    try {
      if (failure != null) {
        refuse(Failures.problem(operation(), failure));
      } else {
        // A stage that succeeds holds what its port promises, null included for Void.
        @SuppressWarnings("NullAway")
        Runnable go = () -> next.accept(value);
        go.run();
      }
    } catch (RuntimeException | Error bug) {
      refuse(Failures.problem(operation(), bug));
    }
  }
}
