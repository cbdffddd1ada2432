package dev.attune.api.onboarding.model;

import org.jspecify.annotations.Nullable;

/**
 * One configured model.
 *
 * @param name what {@code --model} calls it
 * @param baseUrl null for the provider's own address
 * @param model the provider's name of the model
 * @param apiKey null when the server wants none; never logged
 * @param inputPrice what one token of a prompt costs, in billionths of the budget's currency
 * @param outputPrice what one token of an answer costs, in billionths of the budget's currency
 */
public record ModelProfile(
    String name,
    Provider provider,
    @Nullable String baseUrl,
    String model,
    @Nullable String apiKey,
    long inputPrice,
    long outputPrice) {

  /** What a call cost, in billionths of the budget's currency. */
  public long cost(Usage usage) {
    return usage.inputTokens() * inputPrice + usage.outputTokens() * outputPrice;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return name + " (" + provider.configured() + ", " + model + ")";
  }
}
