package dev.attune.api.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** How a request is told no, so that its client hears it. */
final class Refusal {
  private Refusal() {}

  /** Takes the body off the wire, then refuses; the connection goes on. */
  static void afterBody(HttpServerRequest request, Problem problem) {
    afterBody(request, () -> Answers.refuse(request.response(), problem));
  }

  /** The same with an answer of its own. */
  static void afterBody(HttpServerRequest request, Runnable answer) {
    BodyCollector.collect(
        request,
        0,
        new BodyCollector.Listener() {
          @Override
          public void whole(byte[] body) {
            answer.run();
          }

          @Override
          public void tooLarge() {
            answer.run();
          }

          @Override
          public void broken() {
            isLast(request);
            answer.run();
          }
        });
  }

  /** Refuses and ends the connection. */
  static void andClose(HttpServerRequest request, Problem problem) {
    isLast(request);
    Answers.refuse(request.response(), problem);
  }

  /** What follows on this connection is not read. */
  static void isLast(HttpServerRequest request) {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
  }
}
