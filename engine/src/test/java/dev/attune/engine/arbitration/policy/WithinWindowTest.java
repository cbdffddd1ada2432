package dev.attune.engine.arbitration.policy;

import static dev.attune.engine.arbitration.ACard.card;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.engine.arbitration.ACard;
import dev.attune.engine.arbitration.Arena;
import org.junit.jupiter.api.Test;

class WithinWindowTest {
  @Test
  void an_action_is_shown_from_its_first_moment_and_not_at_its_last() {
    ACard tone = card("tone").window(Arena.MONDAY, Arena.MONDAY.plusSeconds(60));

    assertThat(new Arena().proposes(tone).chosen()).containsExactly("tone");
    assertThat(new Arena().proposes(tone).at("2026-03-02T10:01:00Z").suppressed())
        .containsExactly("tone OUT_OF_WINDOW");
    assertThat(new Arena().proposes(tone).at("2026-03-02T09:59:59Z").detail())
        .isEqualTo("published from 2026-03-02T10:00:00Z");
  }
}
