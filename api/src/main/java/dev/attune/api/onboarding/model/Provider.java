package dev.attune.api.onboarding.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose protocol a model speaks. */
public enum Provider {
  /** OpenAI's chat completions, as many servers speak them; a base URL says which. */
  OPENAI_COMPATIBLE,
  ANTHROPIC,
  GEMINI,
  OLLAMA;

  /** The name in the configuration, e.g. {@code openai-compatible}. */
  public String configured() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Provider> named(String configured) {
    return Arrays.stream(values()).filter(one -> one.configured().equals(configured)).findFirst();
  }
}
