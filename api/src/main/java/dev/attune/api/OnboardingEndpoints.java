package dev.attune.api;

import dev.attune.api.http.Endpoint;
import dev.attune.api.http.Json;
import dev.attune.api.http.Operation;
import dev.attune.api.http.Problem;
import dev.attune.api.onboarding.OnboardingCalls;
import dev.attune.api.onboarding.OnboardingPage;
import java.util.Map;

/** Puts the conversation's calls behind the server's door. */
final class OnboardingEndpoints {
  private OnboardingEndpoints() {}

  static void addTo(
      Map<Operation, Endpoint> endpoints, OnboardingCalls calls, OnboardingPage page) {
    endpoints.put(
        Operation.START_ONBOARDING,
        strictly(exchange -> calls.open(exchange.request(), exchange.body(), exchange::mayActFor)));
    endpoints.put(
        Operation.TAKE_TURN,
        strictly(
            exchange ->
                calls.take(
                    exchange.request(),
                    exchange.body(),
                    exchange.parameter("session"),
                    exchange::mayActFor)));
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

  /** Lets on what is JSON as the whole server takes it; the conversation reads what is in it. */
  private static Endpoint strictly(Endpoint next) {
    return exchange -> {
      Problem broken = Json.tree(exchange.body()).problem();
      if (broken == null) next.serve(exchange);
      else exchange.refuse(broken);
    };
  }
}
