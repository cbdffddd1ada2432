package dev.attune.api;

import dev.attune.api.config.ConversationConfig;
import dev.attune.api.config.ModelConfig;
import dev.attune.api.config.ServerConfig;
import dev.attune.api.onboarding.model.ModelLimits;
import dev.attune.api.onboarding.model.ModelProfile;
import dev.attune.engine.profile.ModelBudget;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the configuration says about language models, in the conversation's own types. */
public final class ConfiguredModel {
  /** Cents for a million tokens, as billionths of a cent for one. */
  private static final long PER_TOKEN = 1_000;

  private static final long BILLIONTHS = 1_000_000_000;

  private ConfiguredModel() {}

  /**
   * The profile of a name.
   *
   * @param name null for the one the server uses
   */
  public static Optional<ModelProfile> profile(ServerConfig config, @Nullable String name) {
    String chosen = name == null ? config.model() : name;
    if (chosen == null) return Optional.empty();
    return Optional.ofNullable(config.models().get(chosen)).map(model -> profile(chosen, model));
  }

  private static ModelProfile profile(String name, ModelConfig model) {
    return new ModelProfile(
        name,
        model.provider(),
        model.baseUrl(),
        model.name(),
        model.apiKey(),
        model.inputPrice() * PER_TOKEN,
        model.outputPrice() * PER_TOKEN);
  }

  public static ModelLimits limits(ConversationConfig config) {
    ModelLimits usual = ModelLimits.DEFAULT;
    return new ModelLimits(
        config.firstToken(),
        usual.stall(),
        config.modelTimeout(),
        config.streams(),
        usual.answerBytes(),
        usual.answerTokens());
  }

  public static ModelBudget.Limits budget(ConversationConfig config) {
    return new ModelBudget.Limits(
        config.sessionTokens(), config.dayTokens(), config.dayCents() * BILLIONTHS);
  }
}
