package dev.attune.api.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Answer;
import dev.attune.api.RunningServer;
import dev.attune.api.onboarding.model.StubProvider;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The conversation of a whole server, with a provider beside it. */
class ConversationIT {
  private static final String NOTHING = "{\"role\":{\"value\":\"unknown\",\"quote\":\"\"}}";

  private final StubProvider stub = new StubProvider(exchange -> exchange.whole(NOTHING));
  private final RunningServer server =
      RunningServer.start(
          Map.of(
              "model", "stub",
              "models.stub.provider", "openai-compatible",
              "models.stub.name", "canary-model",
              "models.stub.base-url", stub.baseUrl(),
              "models.stub.api-key", "canary-key",
              "conversation.first-token", "20s",
              "conversation.model-timeout", "60s"));

  @AfterEach
  void stop() {
    server.close();
    stub.close();
  }

  @Test
  void metrics_tell_what_became_of_calls_and_never_a_word() {
    String turns = open();
    server.post(turns, "{\"text\": \"I'm a nurse and the canary sings\"}");
    stub.behave(exchange -> exchange.status(401));
    server.post(turns, "{\"text\": \"we are nine people\"}");

    String metrics = server.get("/metrics").text();

    assertThat(metrics)
        .contains("attune_model_calls_seconds_count{outcome=\"answered\"} 1")
        .contains("attune_model_calls_seconds_count{outcome=\"refused\"} 1")
        .contains("attune_model_tokens_total{kind=\"input\"} 100.0")
        .contains("attune_model_tokens_total{kind=\"output\"} 20.0")
        .contains("attune_model_breaker_open 0.0")
        .contains("attune_model_streams 0.0")
        .doesNotContain("canary", "nurse", "nine");
    assertThat(stub.chargedTokens()).isEqualTo(120);
  }

  @Test
  void whoever_has_the_answer_may_take_the_next_turn_at_once() {
    String turns = open();

    for (int i = 0; i < 30; i++) {
      assertThat(server.post(turns, "{\"undo\": true}").status()).isEqualTo(200);
    }
  }

  @Test
  void no_word_leaves_for_a_model_before_the_person_agreed() {
    String person = UUID.randomUUID().toString();
    String session =
        server.post("/v1/onboarding", "{\"userId\": \"" + person + "\"}").at("/session");

    server.post("/v1/onboarding/" + session + "/turns", "{\"text\": \"I'm a nurse\"}");

    assertThat(stub.requests()).isZero();
  }

  @Test
  void a_role_that_behaviour_speaks_against_is_asked_back_once() {
    String person = UUID.randomUUID().toString();
    String open = "{\"userId\": \"" + person + "\"}";
    server.send(
        "PATCH",
        "/v1/people/" + person + "/profile",
        "{\"role\": \"marketer\"}",
        RunningServer.SERVER_KEY,
        Map.of());
    server.post("/v1/batch", calls(person, 50));

    Answer asked = server.post("/v1/onboarding", open);
    Answer kept =
        server.post(
            "/v1/onboarding/" + asked.at("/session") + "/turns",
            "{\"text\": \"Yes, that's right\"}");

    assertThat(asked.at("/ask/field")).isEqualTo("role");
    assertThat(asked.at("/ask/doubt")).isEqualTo("contradicted");
    assertThat(kept.at("/noted/0/quote")).isEqualTo("Yes, that's right");
    assertThat(server.post("/v1/onboarding", open).at("/ask/field")).isNotEqualTo("role");
  }

  private static String calls(String person, int times) {
    return IntStream.range(0, times)
        .mapToObj(
            i ->
                "{\"type\": \"track\", \"event\": \"api.called\", \"userId\": \"%s\", \"messageId\": \"%s-%d\"}"
                    .formatted(person, person, i))
        .collect(Collectors.joining(",", "{\"batch\": [", "]}"));
  }

  private String open() {
    String person = UUID.randomUUID().toString();
    Answer opened =
        server.post("/v1/onboarding", "{\"userId\": \"" + person + "\", \"model\": true}");
    return "/v1/onboarding/" + opened.at("/session") + "/turns";
  }
}
