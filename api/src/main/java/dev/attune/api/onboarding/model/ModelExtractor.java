package dev.attune.api.onboarding.model;

import dev.attune.api.onboarding.prompt.ActivePrompts;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Extractor;
import dev.attune.engine.profile.Turn;
import dev.attune.engine.vocabulary.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Reads facts out of a turn with a language model. It has no tools, sees nobody's data but this one
 * turn, and a failure of it reads nothing.
 */
public final class ModelExtractor implements Extractor {
  private static final String COMMAND_LINE = "command-line";

  private final ModelCalls calls;
  private final ActivePrompts prompts;
  private final Map<String, Field> fields;
  private final AnswerReader answers;

  public ModelExtractor(ModelCalls calls, ActivePrompts prompts, Map<String, Field> fields) {
    this.calls = calls;
    this.prompts = prompts;
    this.fields = fields;
    this.answers = new AnswerReader(fields.values());
  }

  /**
   * A reading under way.
   *
   * @param extraction never fails; empty when the model gave no usable answer
   */
  public record Reading(CompletionStage<Optional<Extraction>> extraction, Runnable cancel) {}

  /** Starts reading; never blocks. */
  public Reading start(String session, Turn turn, Set<String> asked) {
    Question question =
        new Question(session, instruction(asked), turn.text(), AnswerForm.of(fields.values()));
    Asked call = calls.ask(question, word -> {});
    return new Reading(call.reply().thenApply(reply -> read(reply, turn)), call::cancel);
  }

  /** Waits for the model's answer, at most its total deadline; never on an event loop. */
  @Override
  public Extraction extract(Turn turn, ConversationState state, Set<String> asked) {
    return start(COMMAND_LINE, turn, asked)
        .extraction()
        .toCompletableFuture()
        .join()
        .orElse(Extraction.NOTHING);
  }

  private Optional<Extraction> read(ModelReply reply, Turn turn) {
    return reply instanceof ModelReply.Answered answered
        ? answers.read(answered.text(), turn)
        : Optional.empty();
  }

  private String instruction(Set<String> asked) {
    String labels =
        asked.stream()
            .filter(fields::containsKey)
            .map(name -> label(fields, name))
            .collect(Collectors.joining(", "));
    return prompts
        .current()
        .extract()
        .fill(
            Map.of(
                "fields",
                described(fields.values()),
                "asked",
                labels.isEmpty() ? "nothing in particular" : labels));
  }

  private static String label(Map<String, Field> fields, String name) {
    Field field = fields.get(name);
    return field == null ? name : field.label();
  }

  private static String described(Collection<Field> fields) {
    return fields.stream().map(ModelExtractor::described).collect(Collectors.joining("\n"));
  }

  private static String described(Field field) {
    String values = field.values().isEmpty() ? "" : " One of: " + String.join(", ", field.values());
    return "- " + field.name() + ": " + field.label() + "." + values;
  }
}
