package dev.attune.api.onboarding.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.profile.ConversationState;
import dev.attune.engine.profile.Turn;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages made to keep a reader busy: each is read to its end, and nothing is found. */
class HostileMessagesTest {
  private static final EmbeddedExtractor EXTRACTOR = EmbeddedExtractor.lexiconOnly();
  private static final ConversationState NOTHING = new ConversationState(Map.of(), Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@", "a.", "a", "[a", "„a", "'a ", "<a ", "\n", "\n-- ", "=a", "-", "*", "#", "{'",
        "\"a\":"
      })
  @Timeout(10)
  void a_message_of_one_thing_over_and_over_is_read(String thing) {
    String message = thing.repeat(2000 / thing.length());

    assertThat(EXTRACTOR.extract(new Turn(1, message), NOTHING, Set.of()).facts()).isEmpty();
  }
}
