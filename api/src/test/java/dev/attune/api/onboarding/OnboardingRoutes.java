package dev.attune.api.onboarding;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The conversation's calls and pages, at their paths, without keys. */
final class OnboardingRoutes {
  private OnboardingRoutes() {}

  /**
   * @param model whether a model takes part
   */
  static Router of(Vertx vertx, OnboardingService service, boolean model) {
    Router router = Router.router(vertx);
    OnboardingCalls calls = new OnboardingCalls(service, () -> Set.of("onboarding.templates"));
    router.post().handler(BodyHandler.create(false).setBodyLimit(16 * 1024));
    router
        .post("/v1/onboarding")
        .handler(
            context ->
                calls.open(context.request(), context.body().asJsonObject(), person -> true));
    router
        .get("/v1/onboarding/:session")
        .handler(
            context -> calls.look(context.request(), context.pathParam("session"), person -> true));
    router
        .post("/v1/onboarding/:session/turns")
        .handler(
            context ->
                calls.take(
                    context.request(),
                    context.body().asJsonObject(),
                    context.pathParam("session"),
                    person -> !person.value().equals("somebody-else")));
    OnboardingPage page =
        new OnboardingPage(
            service,
            new OnboardingPage.Settings(
                "pk_test",
                List.of("onboarding.templates"),
                model,
                () -> UUID.randomUUID().toString()));
    router
        .post("/v1/anonymous")
        .handler(
            context ->
                context
                    .response()
                    .setStatusCode(201)
                    .end(new JsonObject().put("anonymousId", "visitor-1").encode()));
    router.get("/onboarding").handler(context -> page.show(context.request()));
    router.get("/onboarding/form").handler(context -> page.form(context.request()));
    router.post("/onboarding/form").handler(context -> page.send(context.request(), body(context)));
    router
        .get("/onboarding/:file")
        .handler(context -> page.file(context.request(), context.pathParam("file")));
    return router;
  }

  private static byte[] body(RoutingContext context) {
    return context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
  }
}
