package dev.attune.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Objects;

/**
 * A request's way in: head, route, load, caller, body, endpoint. Each step lets it on or answers
 * it. One for each event loop.
 */
final class Gate {
  private final Routes routes;
  private final Map<Operation, Endpoint> endpoints;
  private final Door door;
  private final Cors cors;
  private final Admission admission;
  private final Connections connections;
  private final HttpMetrics metrics;

  Gate(
      Map<Operation, Endpoint> endpoints,
      Door door,
      Cors cors,
      Admission admission,
      Connections connections,
      HttpMetrics metrics) {
    this.routes = new Routes(endpoints.keySet());
    this.endpoints = Map.copyOf(endpoints);
    this.door = door;
    this.cors = cors;
    this.admission = admission;
    this.connections = connections;
    this.metrics = metrics;
  }

  void enter(HttpServerRequest request) {
    connections.headRead(request.connection());
    request.response().endHandler(end -> over(request));
    if (connections.isLeaving()) Refusal.isLast(request);
    Problem broken = HeadCheck.fault(request);
    if (broken != null) {
      Refusal.andClose(request, broken);
      return;
    }
    String path = Objects.requireNonNullElse(request.path(), "");
    if (request.method() == HttpMethod.OPTIONS) {
      tellMethods(request, path);
      return;
    }
    cors.open(request);
    Route route = routes.find(request.method(), path);
    if (route == null) {
      Refusal.afterBody(request, nowhere(request, path));
      return;
    }
    admit(request, route);
  }

  /** A key that asks too often is refused before it takes a place from others. */
  private void admit(HttpServerRequest request, Route route) {
    int secondsToWait = door.secondsToWait(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (secondsToWait > 0) {
      Refusal.afterBody(request, Problem.tooOften(secondsToWait));
      return;
    }
    Lane lane = route.operation().lane();
    if (admission.admits(lane)) {
      serve(request, route);
    } else if (admission.seats(lane, new Waiting(request, route), System.nanoTime())) {
      request.pause();
    } else {
      shed(request, route.operation());
    }
  }

  /** A request that waits for its turn, its body unread. Its client may leave meanwhile. */
  private final class Waiting implements Admission.Visitor {
    private final HttpServerRequest request;
    private final Route route;

    Waiting(HttpServerRequest request, Route route) {
      this.request = request;
      this.route = route;
    }

    @Override
    public void come() {
      if (request.response().closed()) return;
      serve(request, route);
      request.resume();
    }

    @Override
    public void go() {
      if (request.response().closed()) return;
      shed(request, route.operation());
      request.resume();
    }
  }

  private void shed(HttpServerRequest request, Operation operation) {
    metrics.shed(operation);
    Refusal.afterBody(request, () -> Answers.shed(request.response()));
  }

  private void serve(HttpServerRequest request, Route route) {
    Operation operation = route.operation();
    Caller caller = door.callerBy(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (!isReadable(request, operation)) {
      Refusal.afterBody(request, () -> Answers.packed(request.response(), operation));
      return;
    }
    boolean keyMayFollow = operation.isTracking() && caller == Caller.NOBODY;
    if (!keyMayFollow && door.access(caller, operation) == Access.NO) {
      Refusal.afterBody(
          request,
          caller == Caller.NOBODY
              ? Problem.unauthenticated()
              : Problem.forbidden("See the table of keys and operations in the documentation."));
      return;
    }
    begin(request, operation);
    BodyCollector.collect(
        request, operation.bodyLimit(), new Reading(request, route, caller, operation));
  }

  private void begin(HttpServerRequest request, Operation operation) {
    admission.begin();
    long start = System.nanoTime();
    request
        .response()
        .exceptionHandler(gone -> {})
        .endHandler(
            end -> {
              admission.end();
              over(request);
              metrics.answered(
                  operation, request.response().getStatusCode(), System.nanoTime() - start);
            });
  }

  /** What follows once the body is there. */
  private final class Reading implements BodyCollector.Listener {
    private final HttpServerRequest request;
    private final Route route;
    private final Caller caller;
    private final Operation operation;

    Reading(HttpServerRequest request, Route route, Caller caller, Operation operation) {
      this.request = request;
      this.route = route;
      this.caller = caller;
      this.operation = operation;
    }

    @Override
    public void whole(byte[] body) {
      connections.bodyRead(request.connection());
      Exchange exchange = new Exchange(request, route, door, caller, body);
      try {
        Objects.requireNonNull(endpoints.get(operation)).serve(exchange);
      } catch (RuntimeException | Error bug) {
        exchange.refuse(Failures.problem(operation, bug));
      }
    }

    @Override
    public void tooLarge() {
      Answers.refuse(request.response(), Problem.tooLarge(operation.bodyLimit()));
    }

    @Override
    public void broken() {
      Refusal.andClose(request, HeadCheck.broken());
    }
  }

  /** SDKs that send events pack them; everything else comes plain. */
  private static boolean isReadable(HttpServerRequest request, Operation operation) {
    String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    return coding == null
        || coding.equalsIgnoreCase("identity")
        || (operation.isPacked() && coding.equalsIgnoreCase("gzip"));
  }

  private void tellMethods(HttpServerRequest request, String path) {
    String methods = routes.allowed(path);
    if (methods.isEmpty()) {
      Refusal.afterBody(request, nowhere(request, path));
    } else if (Cors.isPreflight(request)) {
      cors.preflight(request, methods);
    } else {
      Refusal.afterBody(request, () -> Answers.methods(request.response(), methods));
    }
  }

  private Problem nowhere(HttpServerRequest request, String path) {
    String allowed = routes.allowed(path);
    if (allowed.isEmpty()) {
      return Problem.notFound("No operation has this path; /openapi.yaml lists them.");
    }
    request.response().putHeader(HttpHeaders.ALLOW, allowed);
    HttpMethod method = request.method();
    return Problem.of(
        405,
        "method-not-allowed",
        "This method does nothing here",
        method.name() + " is not one of " + allowed + ".");
  }

  private void over(HttpServerRequest request) {
    boolean last =
        request.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true);
    connections.answered(request.connection(), last);
  }
}
