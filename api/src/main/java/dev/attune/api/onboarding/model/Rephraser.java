package dev.attune.api.onboarding.model;

import dev.attune.api.onboarding.prompt.ActivePrompts;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Lets a model say one of our sentences in other words, streamed. It sees no word of the person,
 * and nothing it says is read again by anything but a person.
 */
public final class Rephraser {
  private final ModelCalls calls;
  private final ActivePrompts prompts;

  public Rephraser(ModelCalls calls, ActivePrompts prompts) {
    this.calls = calls;
    this.prompts = prompts;
  }

  /**
   * Words under way.
   *
   * @param complete whether the whole sentence came; never fails
   */
  public record Wording(CompletionStage<Boolean> complete, Runnable cancel) {}

  /** Starts; never blocks. */
  public Wording start(String session, String sentence, Consumer<String> words) {
    Question question = new Question(session, prompts.current().rephrase().text(), sentence, null);
    Asked call = calls.ask(question, words);
    return new Wording(
        call.reply().thenApply(reply -> reply instanceof ModelReply.Answered), call::cancel);
  }
}
