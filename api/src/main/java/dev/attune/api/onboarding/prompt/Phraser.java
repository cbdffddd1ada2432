package dev.attune.api.onboarding.prompt;

import dev.attune.api.onboarding.dialogue.Change;
import dev.attune.api.onboarding.dialogue.Choices;
import dev.attune.api.onboarding.dialogue.Conversation;
import dev.attune.api.onboarding.dialogue.Doubt;
import dev.attune.api.onboarding.dialogue.Intent;
import dev.attune.api.onboarding.dialogue.Step;
import dev.attune.engine.vocabulary.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts our own sentences to what a conversation wants to say. Changes nothing. */
public final class Phraser {
  private final Prompts prompts;
  private final Map<String, Field> fields;

  public Phraser(Prompts prompts, Map<String, Field> fields) {
    this.prompts = prompts;
    this.fields = fields;
  }

  /** The first words of a conversation, or of one that goes on. */
  public String open(Step step) {
    boolean first = step.next().turn() == 0;
    String greeting = say(first ? Sentence.GREETING : Sentence.RESUMED, Map.of());
    return greeting + " " + intent(step);
  }

  /** The answer to a turn. */
  public String answer(Step step) {
    List<String> parts = new ArrayList<>();
    if (!step.understood()) parts.add(say(Sentence.NOT_UNDERSTOOD, Map.of()));
    boolean recap = step.intent() instanceof Intent.Recap;
    if (!recap) changed(step.changes()).ifPresent(parts::add);
    removed(step.changes()).ifPresent(parts::add);
    parts.add(intent(step));
    return String.join(" ", parts);
  }

  /** The words that ask for a field, as on the form. */
  public String question(Field field) {
    return Objects.requireNonNullElse(field.question(), field.label());
  }

  /** What a field is kept for. */
  public String why(Field field) {
    String purpose = Objects.requireNonNull(prompts.purposes().get(field.purpose()));
    return say(Sentence.EXPLAIN, Map.of("label", field.label(), "purpose", purpose));
  }

  /** How a value is said to a person. */
  public String value(Object value) {
    if (value instanceof Iterable<?> several) {
      List<String> each = new ArrayList<>();
      several.forEach(one -> each.add(value(one)));
      return String.join(", ", each);
    }
    String written = prompts.values().get(value.toString());
    return written == null ? Choices.label(value) : written;
  }

  private String intent(Step step) {
    Intent intent = step.intent();
    if (intent instanceof Intent.Ask ask) return ask(ask, step.understood());
    if (intent instanceof Intent.Confirm confirm) return confirm(step.next(), confirm);
    if (intent instanceof Intent.Explain explain) {
      Field field = field(explain.field());
      return why(field) + " " + say(Sentence.ASK, questionOf(field));
    }
    if (intent instanceof Intent.Amend) return say(Sentence.AMEND, Map.of());
    if (intent instanceof Intent.Pause) return say(Sentence.PAUSE, Map.of());
    if (intent instanceof Intent.Farewell) return say(Sentence.FAREWELL, Map.of());
    return recap(step.next());
  }

  /** Other words are due only to somebody whose answer was not understood. */
  private String ask(Intent.Ask ask, boolean understood) {
    Sentence again = ask.offers().isEmpty() ? Sentence.ASK_AGAIN_OPENLY : Sentence.ASK_AGAIN;
    Sentence sentence = ask.again() && !understood ? again : Sentence.ASK;
    return say(sentence, questionOf(field(ask.field())));
  }

  private Map<String, String> questionOf(Field field) {
    return Map.of("question", question(field), "label", field.label());
  }

  private String confirm(Conversation now, Intent.Confirm confirm) {
    Field field = field(confirm.field());
    String value =
        now.slot(field.name())
            .noted()
            .filter(noted -> field.sayable())
            .map(noted -> value(noted.value()))
            .orElse(field.label());
    return say(sentence(confirm.doubt()), Map.of("label", field.label(), "value", value));
  }

  private static Sentence sentence(Doubt doubt) {
    return switch (doubt) {
      case UNSURE -> Sentence.UNSURE;
      case DISPUTED -> Sentence.DISPUTED;
      case STALE -> Sentence.STALE;
      case CONTRADICTED -> Sentence.CONTRADICTED;
    };
  }

  private String recap(Conversation now) {
    List<String> facts = new ArrayList<>();
    now.noted()
        .forEach(
            (name, noted) -> {
              Field field = fields.get(name);
              if (field != null && field.sayable()) facts.add(fact(field, noted.value()));
            });
    if (facts.isEmpty()) return say(Sentence.RECAP_NOTHING, Map.of());
    return say(Sentence.RECAP, Map.of("facts", String.join("; ", facts)));
  }

  private Optional<String> changed(List<Change> changes) {
    String facts =
        changes.stream()
            .filter(change -> change.now() != null && field(change.field()).sayable())
            .map(
                change -> fact(field(change.field()), Objects.requireNonNull(change.now()).value()))
            .collect(Collectors.joining("; "));
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(say(Sentence.NOTED, Map.of("facts", facts)));
  }

  private Optional<String> removed(List<Change> changes) {
    String labels =
        changes.stream()
            .filter(change -> change.now() == null)
            .map(change -> field(change.field()).label())
            .collect(Collectors.joining(", "));
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(say(Sentence.REMOVED, Map.of("labels", labels)));
  }

  private String fact(Field field, Object value) {
    return field.label() + ": " + value(value);
  }

  private Field field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  private String say(Sentence sentence, Map<String, String> values) {
    return Objects.requireNonNull(prompts.sentences().get(sentence)).fill(values);
  }
}
