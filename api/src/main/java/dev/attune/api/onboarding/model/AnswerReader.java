package dev.attune.api.onboarding.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.ProfileIntake;
import dev.attune.engine.profile.Turn;
import dev.attune.engine.vocabulary.Field;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a model's answer: forgiving about what stands around the JSON, strict about what stands in
 * it. A part that is not as asked is left out, and so is every fact without words of this turn.
 */
final class AnswerReader {
  static final String METHOD = "llm";

  /** What a model is sure of counts no more than this, because its own figure means nothing. */
  static final double CONFIDENCE = 0.8;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(8)
                      .maxStringLength(4_000)
                      .maxNumberLength(20)
                      .build())
              .build());

  private final Collection<Field> fields;

  AnswerReader(Collection<Field> fields) {
    this.fields = fields;
  }

  /** Empty when the answer holds no JSON object at all. */
  Optional<Extraction> read(String answer, Turn turn) {
    int begin = answer.indexOf('{');
    if (begin < 0) return Optional.empty();
    try {
      JsonNode root = JSON.readTree(answer.substring(begin));
      return root != null && root.isObject()
          ? Optional.of(extraction(root, turn))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private Extraction extraction(JsonNode root, Turn turn) {
    List<CandidateFact> facts = new ArrayList<>();
    Set<String> declined = new LinkedHashSet<>();
    for (Field field : fields) {
      JsonNode part = root.path(field.name());
      if (isDeclined(part)) declined.add(field.name());
      else if (part.path(AnswerForm.VALUES).isArray()) {
        part.path(AnswerForm.VALUES).forEach(one -> fact(field, one, turn).ifPresent(facts::add));
      } else {
        fact(field, part, turn).ifPresent(facts::add);
      }
    }
    return new Extraction(facts, List.of(), declined, Map.of());
  }

  private static boolean isDeclined(JsonNode part) {
    return part.path(AnswerForm.STATE).asText("").equals(AnswerForm.DECLINED)
        || part.path(AnswerForm.VALUE).asText("").equals(AnswerForm.DECLINED);
  }

  private static Optional<CandidateFact> fact(Field field, JsonNode part, Turn turn) {
    if (!part.path(AnswerForm.STATE).asText(AnswerForm.STATED).equals(AnswerForm.STATED)) {
      return Optional.empty();
    }
    Optional<Object> value = value(field, part.path(AnswerForm.VALUE));
    Optional<String> quote = quote(part.path(AnswerForm.QUOTE), turn);
    if (value.isEmpty() || quote.isEmpty()) return Optional.empty();
    return Optional.of(
        new CandidateFact(field.name(), value.get(), CONFIDENCE, quote.get(), METHOD));
  }

  private static Optional<Object> value(Field field, JsonNode value) {
    return switch (field.type()) {
      case ONE_OF, MANY_OF ->
          Optional.<Object>of(value.asText("")).filter(field.values()::contains);
      case FLAG ->
          value.asText("").equals("yes")
              ? Optional.of(true)
              : Optional.<Object>of(false).filter(no -> value.asText("").equals("no"));
      case NUMBER -> value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty();
      case TEXT -> Optional.<Object>of(value.asText("")).filter(text -> !text.toString().isBlank());
      case DATE -> date(value.asText(""));
    };
  }

  private static Optional<Object> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notOne) {
      return Optional.empty();
    }
  }

  /** The person's own letters at the place a model points at; models change capitals. */
  private static Optional<String> quote(JsonNode quote, Turn turn) {
    String words = quote.asText("").strip();
    if (words.chars().noneMatch(Character::isLetterOrDigit)) return Optional.empty();
    int at = turn.text().toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
    int end = at + words.length();
    if (at < 0 || end > turn.text().length()) return Optional.empty();
    String own = turn.text().substring(at, end);
    return Optional.of(own.substring(0, Math.min(own.length(), ProfileIntake.LONGEST_QUOTE)));
  }
}
