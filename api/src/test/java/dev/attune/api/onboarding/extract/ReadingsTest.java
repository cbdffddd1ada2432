package dev.attune.api.onboarding.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.profile.CandidateFact;
import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Extraction;
import dev.attune.engine.profile.Turn;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What single messages tell: each line of {@code readings.csv} was once misread. */
class ReadingsTest {
  @TempDir static Path natives;
  private static EmbeddedExtractor extractor;

  @BeforeAll
  static void load() {
    extractor = EmbeddedExtractor.load(natives);
  }

  @ParameterizedTest
  @CsvFileSource(files = "src/test/resources/onboarding/readings.csv", delimiter = ';')
  void a_message_is_read(
      @Nullable String asked, String field, @Nullable String expected, String message) {
    Set<String> question = asked == null ? Set.of() : Set.of(asked);
    Extraction read = extractor.extract(new Turn(1, message), ConversationState.NOTHING, question);
    if ("declined".equals(expected)) {
      assertThat(read.declined()).contains(field);
      return;
    }
    Set<String> values =
        read.facts().stream()
            .filter(CandidateFact::isCertain)
            .filter(fact -> fact.field().equals(field))
            .map(fact -> written(fact.value()))
            .collect(Collectors.toSet());
    assertThat(values).isEqualTo(expected == null ? Set.of() : Set.of(expected));
  }

  @ParameterizedTest
  @CsvFileSource(files = "src/test/resources/onboarding/corrections.csv", delimiter = ';')
  void a_correction_leaves_what_still_holds(
      String field, @Nullable String expected, String messages) {
    WholeConversation conversation = new WholeConversation(extractor, Set.of("goals"));
    for (String message : messages.split("\\|\\|")) conversation.hear(message, Set.of());
    Object noted = conversation.noted().get(field);
    assertThat(noted == null ? "" : written(noted)).isEqualTo(expected == null ? "" : expected);
  }

  private static String written(Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).sorted().collect(Collectors.joining("+"));
    }
    return value instanceof Double number
        ? String.valueOf(number.longValue())
        : String.valueOf(value);
  }
}
