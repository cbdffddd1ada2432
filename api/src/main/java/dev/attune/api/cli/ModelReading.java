package dev.attune.api.cli;

import dev.attune.api.ConfiguredModel;
import dev.attune.api.config.ConfigReading;
import dev.attune.api.config.ServerConfig;
import dev.attune.api.log.Logs;
import dev.attune.api.onboarding.Masking;
import dev.attune.api.onboarding.dialogue.Dialogue;
import dev.attune.api.onboarding.extract.EmbeddedExtractor;
import dev.attune.api.onboarding.model.Agreement;
import dev.attune.api.onboarding.model.JointExtractor;
import dev.attune.api.onboarding.model.LocalBudget;
import dev.attune.api.onboarding.model.ModelCalls;
import dev.attune.api.onboarding.model.ModelCounts;
import dev.attune.api.onboarding.model.ModelExtractor;
import dev.attune.api.onboarding.model.ModelProfile;
import dev.attune.api.onboarding.prompt.ActivePrompts;
import dev.attune.api.onboarding.prompt.PromptReader;
import dev.attune.api.onboarding.prompt.PromptReading;
import dev.attune.engine.profile.Extractor;
import dev.attune.engine.profile.ModelBudget;
import dev.attune.engine.profile.Turn;
import dev.attune.engine.rule.ContentReader;
import dev.attune.engine.rule.Reading;
import dev.attune.engine.vocabulary.Field;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A configured model that reads written-down conversations beside the embedded extractor. */
final class ModelReading implements AutoCloseable {
  private final List<String> errors;
  private final @Nullable ModelCalls calls;
  private final Map<String, Field> fields;
  private final @Nullable ActivePrompts prompts;

  private ModelReading(
      List<String> errors,
      @Nullable ModelCalls calls,
      Map<String, Field> fields,
      @Nullable ActivePrompts prompts) {
    this.errors = errors;
    this.calls = calls;
    this.fields = fields;
    this.prompts = prompts;
  }

  static ModelReading of(ConfigReading settings, String profile) {
    ServerConfig config = settings.config();
    if (config == null) return refused(settings.errors());
    Logs.configure(config.log());
    List<String> errors = new ArrayList<>();
    Optional<ModelProfile> model = ConfiguredModel.profile(config, profile);
    if (model.isEmpty()) {
      errors.add("the settings have no model \"" + profile + "\"" + known(config));
    }
    Reading rules = ContentReader.read(config.rules());
    if (!(rules instanceof Reading.Read)) {
      rules.diagnostics().forEach(each -> errors.add(each.toString()));
    }
    PromptReading words = PromptReader.read(config.prompts());
    if (words instanceof PromptReading.Refused refused) {
      refused.diagnostics().forEach(each -> errors.add(each.toString()));
    }
    if (!errors.isEmpty()) return refused(errors);
    Dialogue dialogue =
        new Dialogue(((Reading.Read) rules).content().vocabulary().profile().values());
    return new ModelReading(
        List.of(),
        calls(config, model.orElseThrow()),
        dialogue.fields(),
        new ActivePrompts(config.prompts(), ((PromptReading.Read) words).prompts()));
  }

  private static ModelReading refused(List<String> errors) {
    return new ModelReading(errors, null, Map.of(), null);
  }

  private static String known(ServerConfig config) {
    return config.models().isEmpty()
        ? "; they name none. Put one under models in a file and name it with --config"
        : "; they have " + String.join(", ", config.models().keySet());
  }

  /** The day's bounds hold; a session's do not, because all conversations are read in one go. */
  private static ModelCalls calls(ServerConfig config, ModelProfile profile) {
    ModelBudget.Limits limits = ConfiguredModel.budget(config.conversation());
    return new ModelCalls(
        profile,
        ConfiguredModel.limits(config.conversation()),
        new LocalBudget(
            new ModelBudget.Limits(Long.MAX_VALUE, limits.dayTokens(), limits.dayMoney())),
        Clock.systemUTC());
  }

  /** What is wrong with the settings; nothing else may be asked for then. */
  List<String> errors() {
    return errors;
  }

  /** Both readings as one, on words masked as in the conversation. */
  Extractor beside(EmbeddedExtractor embedded) {
    if (calls == null || prompts == null) throw new IllegalStateException("there are errors");
    JointExtractor both =
        new JointExtractor(
            embedded,
            new ModelExtractor(calls, prompts, fields),
            new Agreement(fields, embedded::vouches));
    return (turn, state, asked) ->
        both.extract(new Turn(turn.number(), Masking.mask(turn.text())), state, asked);
  }

  /** Whether the model answered every turn. */
  boolean isComplete() {
    return counts().failures().isEmpty();
  }

  /** What the calls came to, in lines. */
  List<String> summary() {
    ModelCounts counts = counts();
    List<String> lines = new ArrayList<>();
    lines.add(
        "the model answered %d turns, %d tokens in, %d out"
            .formatted(
                counts.answered(), counts.usage().inputTokens(), counts.usage().outputTokens()));
    counts
        .failures()
        .forEach(
            (failure, times) ->
                lines.add("read without the model: %d, %s".formatted(times, failure.wire())));
    return lines;
  }

  private ModelCounts counts() {
    if (calls == null) throw new IllegalStateException("there are errors");
    return calls.counts();
  }

  @Override
  public void close() {
    if (calls != null) calls.close();
  }
}
