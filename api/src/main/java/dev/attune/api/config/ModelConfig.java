package dev.attune.api.config;

import dev.attune.api.onboarding.model.Provider;
import org.jspecify.annotations.Nullable;

/** One language model the onboarding conversation may ask; a named profile under {@code models}. */
public record ModelConfig(
    @Setting(
            says = "`openai-compatible` (most servers speak it), `anthropic`, `gemini` or `ollama`")
        Provider provider,
    @Setting(says = "the provider's name of the model") String name,
    @Setting(says = "address of the provider; none: its own") @Nullable String baseUrl,
    @Setting(secret = true, says = "the provider's key") @Nullable String apiKey,
    @Setting(defaultsTo = "0", says = "price of a million prompt tokens, in cents") long inputPrice,
    @Setting(defaultsTo = "0", says = "price of a million answer tokens, in cents")
        long outputPrice) {}
