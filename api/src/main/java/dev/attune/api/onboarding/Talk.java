package dev.attune.api.onboarding;

import dev.attune.api.onboarding.dialogue.Dialogue;
import dev.attune.api.onboarding.model.Agreement;
import dev.attune.api.onboarding.model.ModelCalls;
import dev.attune.api.onboarding.model.ModelExtractor;
import dev.attune.api.onboarding.model.Rephraser;
import dev.attune.api.onboarding.prompt.ActivePrompts;
import dev.attune.engine.profile.ProfileIntake;
import dev.attune.engine.vocabulary.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a conversation needs for one vocabulary.
 *
 * @param model null when no model is configured
 */
record Talk(
    Understanding understanding,
    Dialogue dialogue,
    ProfileIntake intake,
    Agreement agreement,
    @Nullable Model model) {

  /** Both ways a model helps. */
  record Model(ModelExtractor extractor, Rephraser rephraser) {}

  static Talk about(
      Understanding understanding, ActivePrompts prompts, @Nullable ModelCalls calls) {
    Dialogue dialogue = new Dialogue(understanding.vocabulary().profile().values());
    Map<String, Field> fields = dialogue.fields();
    Model model =
        calls == null
            ? null
            : new Model(new ModelExtractor(calls, prompts, fields), new Rephraser(calls, prompts));
    return new Talk(
        understanding,
        dialogue,
        new ProfileIntake(understanding.vocabulary(), understanding.packVersion()),
        new Agreement(fields, understanding.voucher()),
        model);
  }
}
