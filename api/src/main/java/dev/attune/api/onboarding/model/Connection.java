package dev.attune.api.onboarding.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.Objects;
import java.util.Optional;

/** Makes the provider's client of a profile. No tools, no logging of what is said, no retries. */
final class Connection {
  private static final double STEADY = 0.0;

  private Connection() {}

  static StreamingChatModel of(ModelProfile profile, HttpClientBuilder http, int answerTokens) {
    return switch (profile.provider()) {
      case OPENAI_COMPATIBLE -> openAi(profile, http, answerTokens);
      case ANTHROPIC -> anthropic(profile, http, answerTokens);
      case GEMINI -> gemini(profile, http, answerTokens);
      case OLLAMA -> ollama(profile, http, answerTokens);
    };
  }

  private static StreamingChatModel openAi(
      ModelProfile profile, HttpClientBuilder http, int answerTokens) {
    OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder builder =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(http)
            .apiKey(key(profile))
            .modelName(profile.model())
            .temperature(STEADY)
            .maxTokens(answerTokens)
            .strictJsonSchema(true);
    baseUrl(profile).ifPresent(builder::baseUrl);
    return builder.build();
  }

  private static StreamingChatModel anthropic(
      ModelProfile profile, HttpClientBuilder http, int answerTokens) {
    AnthropicStreamingChatModel.AnthropicStreamingChatModelBuilder builder =
        AnthropicStreamingChatModel.builder()
            .httpClientBuilder(http)
            .apiKey(key(profile))
            .modelName(profile.model())
            .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
            .temperature(STEADY)
            .maxTokens(answerTokens);
    baseUrl(profile).ifPresent(builder::baseUrl);
    return builder.build();
  }

  private static StreamingChatModel gemini(
      ModelProfile profile, HttpClientBuilder http, int answerTokens) {
    var builder =
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(http)
            .apiKey(key(profile))
            .modelName(profile.model())
            .temperature(STEADY)
            .maxOutputTokens(answerTokens);
    baseUrl(profile).ifPresent(builder::baseUrl);
    return builder.build();
  }

  private static StreamingChatModel ollama(
      ModelProfile profile, HttpClientBuilder http, int answerTokens) {
    return OllamaStreamingChatModel.builder()
        .httpClientBuilder(http)
        .baseUrl(baseUrl(profile).orElse("http://localhost:11434"))
        .modelName(profile.model())
        .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
        .temperature(STEADY)
        .numPredict(answerTokens)
        .build();
  }

  private static Optional<String> baseUrl(ModelProfile profile) {
    return Optional.ofNullable(profile.baseUrl());
  }

  /** Some servers want no key, but every client library wants one to send. */
  private static String key(ModelProfile profile) {
    return Objects.requireNonNullElse(profile.apiKey(), "none");
  }
}
