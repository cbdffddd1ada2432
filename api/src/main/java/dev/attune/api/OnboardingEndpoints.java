package dev.attune.api;

import dev.attune.api.http.Checked;
import dev.attune.api.http.Endpoint;
import dev.attune.api.http.Exchange;
import dev.attune.api.http.Json;
import dev.attune.api.http.Operation;
import dev.attune.api.onboarding.OnboardingCalls;
import dev.attune.api.onboarding.OnboardingPage;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.BiConsumer;

/** Puts the conversation's calls behind the server's door. */
final class OnboardingEndpoints {
  private OnboardingEndpoints() {}

  static void addTo(
      Map<Operation, Endpoint> endpoints, OnboardingCalls calls, OnboardingPage page) {
    endpoints.put(
        Operation.START_ONBOARDING,
        object((exchange, json) -> calls.open(exchange.request(), json, exchange::mayActFor)));
    endpoints.put(
        Operation.TAKE_TURN,
        object(
            (exchange, json) ->
                calls.take(
                    exchange.request(), json, exchange.parameter("session"), exchange::mayActFor)));
    endpoints.put(
        Operation.READ_ONBOARDING,
        exchange ->
            calls.look(exchange.request(), exchange.parameter("session"), exchange::mayActFor));
    endpoints.put(Operation.SHOW_ONBOARDING, exchange -> page.show(exchange.request()));
    endpoints.put(
        Operation.READ_ONBOARDING_FILE,
        exchange -> page.file(exchange.request(), exchange.parameter("file")));
    endpoints.put(Operation.SHOW_ONBOARDING_FORM, exchange -> page.form(exchange.request()));
    endpoints.put(
        Operation.SEND_ONBOARDING_FORM, exchange -> page.send(exchange.request(), exchange.body()));
  }

  /** Lets on an object that is JSON as the whole server takes it. */
  private static Endpoint object(BiConsumer<Exchange, JsonObject> next) {
    return exchange -> {
      Checked<Map<String, Object>> body = Json.object(exchange.body());
      if (body.problem() == null) next.accept(exchange, new JsonObject(body.get()));
      else exchange.refuse(body.problem());
    };
  }
}
