package dev.attune.api.onboarding.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.attune.api.onboarding.StubModel;
import dev.attune.api.onboarding.TestServer;
import dev.attune.api.onboarding.dialogue.Fields;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.ModelBudget;
import dev.attune.engine.profile.Turn;
import dev.attune.engine.vocabulary.Field;
import io.vertx.core.json.Json;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each provider's protocol: the schema goes out, the answer and its count come in. */
class ProvidersTest {
  private static final String FACTS =
      "{\"role\":{\"value\":\"marketer\",\"quote\":\"Marketer\"},"
          + "\"goals\":{\"state\":\"stated\",\"values\":[{\"value\":\"reporting\",\"quote\":\"reports\"}]},"
          + "\"teamSize\":{\"state\":\"stated\",\"value\":4,\"quote\":\"four\"}}";

  static Stream<Arguments> providers() {
    return Stream.of(
        Arguments.of(
            Provider.OPENAI_COMPATIBLE,
            "/v1",
            (StubProvider.Behaviour) exchange -> exchange.whole(FACTS)),
        Arguments.of(Provider.ANTHROPIC, "/v1/", (StubProvider.Behaviour) ProvidersTest::anthropic),
        Arguments.of(Provider.GEMINI, "/v1beta", (StubProvider.Behaviour) ProvidersTest::gemini),
        Arguments.of(Provider.OLLAMA, "", (StubProvider.Behaviour) ProvidersTest::ollama));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("providers")
  void a_message_goes_out_with_the_schema_and_comes_back_as_quoted_facts(
      Provider provider, String path, StubProvider.Behaviour behaviour) {
    try (StubProvider stub = new StubProvider(behaviour);
        ModelCalls calls = calls(provider, stub.baseUrl().replace("/v1", path))) {
      ModelExtractor extractor = new ModelExtractor(calls, TestServer.prompts(), fields());

      Extraction read =
          extractor.extract(
              new Turn(1, "marketer, four of us, we need reports"),
              ConversationState.NOTHING,
              Set.of("role"));

      assertThat(read.facts())
          .extracting(CandidateFact::value, CandidateFact::quote)
          .containsExactly(
              tuple("marketer", "marketer"), tuple("reporting", "reports"), tuple(4.0, "four"));
      assertThat(calls.counts().usage()).isEqualTo(new Usage(100, 20));
      String body = stub.bodies().get(0);
      assertThat(body)
          .contains("marketer, four of us", "run_campaigns", "unknown", "declined", "quote")
          .doesNotContain("test-key");
      assertThat(stub.heads().get(0)).doesNotContain("GET").doesNotContain("?key=");
    }
  }

  private static void anthropic(StubProvider.Exchange exchange) throws IOException {
    exchange.begin();
    event(
        exchange,
        "message_start",
        "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"stub\",\"content\":[],\"usage\":{\"input_tokens\":100,\"output_tokens\":1}}}");
    event(
        exchange,
        "content_block_start",
        "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
    event(
        exchange,
        "content_block_delta",
        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
            + Json.encode(FACTS)
            + "}}");
    event(exchange, "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
    event(
        exchange,
        "message_delta",
        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":20}}");
    event(exchange, "message_stop", "{\"type\":\"message_stop\"}");
  }

  private static void gemini(StubProvider.Exchange exchange) throws IOException {
    exchange.begin();
    exchange.event(
        "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":"
            + Json.encode(FACTS)
            + "}]},\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":100,"
            + "\"candidatesTokenCount\":20,\"totalTokenCount\":120},\"modelVersion\":\"stub\"}");
  }

  private static void ollama(StubProvider.Exchange exchange) throws IOException {
    exchange.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n\r\n");
    exchange.send(
        "{\"model\":\"stub\",\"created_at\":\"2026-11-24T12:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":"
            + Json.encode(FACTS)
            + "},\"done\":false}\n");
    exchange.send(
        "{\"model\":\"stub\",\"created_at\":\"2026-11-24T12:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},"
            + "\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":100,\"eval_count\":20}\n");
  }

  private static void event(StubProvider.Exchange exchange, String name, String data)
      throws IOException {
    exchange.send("event: " + name + "\ndata: " + data + "\n\n");
  }

  private static Map<String, Field> fields() {
    Map<String, Field> fields = new LinkedHashMap<>();
    Fields.ALL.stream()
        .filter(field -> field.question() != null)
        .forEach(field -> fields.put(field.name(), field));
    return fields;
  }

  private static ModelCalls calls(Provider provider, String url) {
    ModelProfile profile = new ModelProfile("stub", provider, url, "stub", "test-key", 150, 600);
    return new ModelCalls(
        profile,
        StubModel.PATIENT,
        new LocalBudget(ModelBudget.Limits.DEFAULT),
        InstantSource.system());
  }
}
