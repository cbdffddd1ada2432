package dev.attune.engine.vocabulary;

import dev.attune.engine.text.Place;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declared profile or visit field.
 *
 * @param name as rules and traits spell it, {@code [a-z][A-Za-z0-9]*}
 * @param type what it may hold
 * @param values the allowed values of {@code ONE_OF} and {@code MANY_OF}; empty otherwise
 * @param label what the field is, as told to the person, e.g. "what you do"
 * @param question how the onboarding conversation asks for it, e.g. "What do you do?"; null: the
 *     conversation neither asks for it nor learns it. Earlier fields are worth more and asked first
 * @param purpose what it is kept for; without the person's consent to it rules never see the field
 * @param reviewAfter how long a declared value is believed before it is asked again; null: for ever
 * @param sayable whether its value may be quoted to the person
 * @param declaredAt where the vocabulary declares it
 */
public record Field(
    String name,
    FieldType type,
    List<String> values,
    String label,
    @Nullable String question,
    Purpose purpose,
    @Nullable Duration reviewAfter,
    boolean sayable,
    Place declaredAt) {

  /** Whether people are asked for it, and so may say it of themselves. */
  public boolean isAsked() {
    return question != null;
  }
}
